/**
 * The close codes that have a name, spelled as in the IANA registry.
 *
 * 1004 has no member: it is reserved and has no meaning to name. 1005, 1006 and 1015 are members for
 * comparing only; no endpoint may send them.
 *
 * @see RFC 6455, section 7.4.1, and the IANA WebSocket Close Code Number Registry
 */
export const CloseCode = {
  /**
   * Normal Closure (1000): the connection has done what it was opened for.
   *
   * Sent by either endpoint; the only code below 3000 that a script may send in a browser.
   *
   * [RFC 6455, section 7.4.1](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1)
   */
  NormalClosure: 1000,
  /**
   * Going Away (1001): the endpoint is leaving, because the server shuts down or the page is left.
   *
   * Sent by servers and by the browser itself; a script in a browser cannot send it.
   *
   * [RFC 6455, section 7.4.1](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1)
   */
  GoingAway: 1001,
  /**
   * Protocol Error (1002): the other side broke the WebSocket protocol.
   *
   * Sent by the endpoint that noticed, usually by its WebSocket implementation; that endpoint itself
   * reports 1006 to its application. A script in a browser cannot send it.
   *
   * [RFC 6455, section 7.4.1](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1)
   */
  ProtocolError: 1002,
  /**
   * Unsupported Data (1003): a message arrived of a type that the endpoint does not accept, such as
   * binary where only text is understood.
   *
   * Sent by either endpoint; a script in a browser cannot send it.
   *
   * [RFC 6455, section 7.4.1](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1)
   */
  UnsupportedData: 1003,
  /**
   * No Status Received (1005): a Close frame arrived, but without a code, as after `close()`.
   *
   * Never sent: set by the receiving side. Such a close is usually clean.
   *
   * [RFC 6455, section 7.4.1](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1)
   */
  NoStatusReceived: 1005,
  /**
   * Abnormal Closure (1006): the connection ended and no Close frame arrived, because the network
   * broke, the handshake was refused or the connection had to be failed.
   *
   * Never sent: set by the receiving side. Deno reports 0 in its place.
   *
   * [RFC 6455, section 7.4.1](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1)
   */
  AbnormalClosure: 1006,
  /**
   * Invalid Frame Payload Data (1007): a message does not fit its type, such as text that is not
   * UTF-8.
   *
   * Sent by either endpoint, usually by its WebSocket implementation; a script in a browser cannot
   * send it.
   *
   * [RFC 6455, section 7.4.1](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1)
   */
  InvalidFramePayloadData: 1007,
  /**
   * Policy Violation (1008): a message breaks the endpoint's rules. The code for what 1003 and 1009
   * do not cover, or for when the cause is not to be told.
   *
   * Sent by either endpoint; a script in a browser cannot send it.
   *
   * [RFC 6455, section 7.4.1](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1)
   */
  PolicyViolation: 1008,
  /**
   * Message Too Big (1009): a message is larger than the endpoint will process.
   *
   * Sent by either endpoint; a script in a browser cannot send it.
   *
   * [RFC 6455, section 7.4.1](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1)
   */
  MessageTooBig: 1009,
  /**
   * Mandatory Extension (1010): the client needs an extension that the server did not agree to; the
   * reason should list what is missing.
   *
   * Sent by clients only: a server refuses the handshake instead. A script in a browser cannot send
   * it.
   *
   * [RFC 6455, section 7.4.1](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1)
   */
  MandatoryExtension: 1010,
  /**
   * Internal Error (1011): something unexpected kept the endpoint from doing its work.
   *
   * Sent by either endpoint, mostly by servers; a script in a browser cannot send it.
   *
   * [RFC 6455, section 7.4.1](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1),
   * [erratum 3227](https://www.rfc-editor.org/errata/eid3227)
   */
  InternalError: 1011,
  /**
   * Service Restart (1012): the server restarts. A client that comes back should wait for a random
   * 5 to 30 seconds first.
   *
   * Sent by servers.
   *
   * [IANA registry](https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number)
   */
  ServiceRestart: 1012,
  /**
   * Try Again Later (1013): the server is overloaded. A client should try another address, or the
   * same one only when its user asks for it.
   *
   * Sent by servers.
   *
   * [IANA registry](https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number)
   */
  TryAgainLater: 1013,
  /**
   * Bad Gateway (1014): a gateway or proxy got an invalid response from the server behind it, like
   * HTTP 502.
   *
   * Sent by servers.
   *
   * [IANA registry](https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number)
   */
  BadGateway: 1014,
  /**
   * TLS Handshake (1015): the TLS handshake failed.
   *
   * Never sent: set by the side that notices. Of the browsers only Firefox reports it; the others
   * report 1006.
   *
   * [RFC 6455, section 7.4.1](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1)
   */
  TlsHandshake: 1015,
  /**
   * Unauthorized (3000): the other side has to prove who it is first, like HTTP 401.
   *
   * Sent by either endpoint. Registered in the range of libraries and frameworks.
   *
   * [IANA registry](https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number)
   */
  Unauthorized: 3000,
  /**
   * Forbidden (3003): the other side is known but may not do this, like HTTP 403.
   *
   * Sent by either endpoint. Registered in the range of libraries and frameworks.
   *
   * [IANA registry](https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number)
   */
  Forbidden: 3003,
  /**
   * Timeout (3008): the other side took too long to answer, like HTTP 408.
   *
   * Sent by either endpoint. Registered in the range of libraries and frameworks.
   *
   * [IANA registry](https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number)
   */
  Timeout: 3008,
} as const;

/** The name of a member of {@link CloseCode}, such as `"GoingAway"`. */
export type CloseCodeName = keyof typeof CloseCode;

/** A close code that has a name in {@link CloseCode}. */
export type CloseCode = (typeof CloseCode)[CloseCodeName];
