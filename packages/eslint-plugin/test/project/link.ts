/** A socket and an event that another file cannot tell by their names. */
export declare const link: WebSocket;
export declare const closed: CloseEvent;
