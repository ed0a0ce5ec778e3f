/** A socket that another file cannot tell by its name. */
export declare const link: WebSocket;
