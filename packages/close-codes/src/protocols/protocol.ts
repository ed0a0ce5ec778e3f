/** A close code that an application protocol gives a meaning of its own. */
export interface ProtocolCode {
  readonly code: number;
  /** The protocol's own name for it, in PascalCase. */
  readonly name: string;
  /** One sentence, in English. */
  readonly meaning: string;
  /** The sender, if it is not the server; a `local` code is set by the library and never sent. */
  readonly sentBy?: "client" | "local";
  /** Whether a client should connect again, where the protocol says so. */
  readonly reconnect?: boolean;
}

/** A protocol on top of WebSocket that has close codes of its own. */
export interface Protocol {
  readonly id: string;
  readonly name: string;
  /** npm packages, or subpaths of them, whose import means this protocol. */
  readonly packages: readonly string[];
  readonly url: string;
  readonly codes: readonly ProtocolCode[];
}
