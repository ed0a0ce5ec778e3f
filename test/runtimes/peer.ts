/**
 * A WebSocket endpoint of our own, on the level of frames (RFC 6455, section 5): it records the bytes
 * of the Close frame it gets and sends any bytes it is told to, legal or not. The implementations
 * under test meet this peer only, never one another.
 */
import { createHash, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, RequestListener, Server } from "node:http";
import { connect } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";

const TEXT = 0x1;
const CLOSE = 0x8;
const PING = 0x9;
const PONG = 0xa;

/** One open connection. Pings are answered; what is not text, Close, ping or pong is skipped. */
export class Connection {
  /** Called with the payload of each text frame. */
  ontext: (text: string) => void = () => undefined;
  /** Called once, with the raw body of the first Close frame: code and reason, or nothing at all. */
  onclose: (body: Buffer) => void = () => undefined;
  /** Called when a ping of ours is answered. */
  onpong: () => void = () => undefined;
  /** Called once, when TCP is gone. */
  onend: () => void = () => undefined;

  readonly #socket: Socket;
  /** A client masks what it sends, a server does not (section 5.3). */
  readonly #masks: boolean;
  #pending: Buffer = Buffer.alloc(0);
  #closed = false;

  constructor(socket: Socket, masks: boolean) {
    this.#socket = socket;
    this.#masks = masks;
    socket.setNoDelay(true);
    socket.on("data", (bytes) => {
      this.receive(bytes);
    });
    socket.on("error", () => undefined); // A reset is one of the ends we measure; 'close' follows.
    socket.on("end", () => socket.end());
    socket.on("close", () => {
      this.onend();
    });
  }

  sendText(text: string): void {
    this.#send(TEXT, Buffer.from(text));
  }

  sendPing(): void {
    this.#send(PING, Buffer.alloc(0));
  }

  /** Sends a Close frame with exactly this body, whatever it says. */
  sendClose(body: Buffer): void {
    this.#send(CLOSE, body);
  }

  /** Ends TCP in good order, as the server does after the closing handshake. */
  end(): void {
    this.#socket.end();
  }

  /** Ends TCP at once, without a Close frame. */
  drop(): void {
    this.#socket.destroy();
  }

  /** Takes bytes off the wire and handles the whole frames among them. */
  receive(bytes: Buffer): void {
    this.#pending = this.#pending.length === 0 ? bytes : Buffer.concat([this.#pending, bytes]);
    for (;;) {
      const frame = parseFrame(this.#pending);
      if (frame === undefined) return;
      this.#pending = this.#pending.subarray(frame.length);
      if (frame.opcode === TEXT) this.ontext(frame.payload.toString());
      else if (frame.opcode === PING) this.#send(PONG, frame.payload);
      else if (frame.opcode === PONG) this.onpong();
      else if (frame.opcode === CLOSE && !this.#closed) {
        this.#closed = true;
        this.onclose(frame.payload);
      }
    }
  }

  #send(opcode: number, payload: Buffer): void {
    if (this.#socket.writable) this.#socket.write(formatFrame(opcode, payload, this.#masks));
  }
}

interface Frame {
  opcode: number;
  payload: Buffer;
  /** Bytes on the wire, header included. */
  length: number;
}

/** Reads the first frame; undefined when it has not arrived whole. Lengths over 2^32 do not occur here. */
function parseFrame(bytes: Buffer): Frame | undefined {
  if (bytes.length < 2) return undefined;
  const masked = (bytes.readUInt8(1) & 0x80) !== 0;
  let size = bytes.readUInt8(1) & 0x7f;
  let at = 2;
  if (size === 126) {
    if (bytes.length < 4) return undefined;
    size = bytes.readUInt16BE(2);
    at = 4;
  } else if (size === 127) {
    if (bytes.length < 10) return undefined;
    size = bytes.readUInt32BE(6);
    at = 10;
  }
  const start = masked ? at + 4 : at;
  if (bytes.length < start + size) return undefined;
  const payload = Buffer.from(bytes.subarray(start, start + size));
  if (masked) xor(payload, bytes.subarray(at, at + 4));
  return { opcode: bytes.readUInt8(0) & 0x0f, payload, length: start + size };
}

function formatFrame(opcode: number, payload: Buffer, masks: boolean): Buffer {
  const first = 0x80 | opcode;
  const flag = masks ? 0x80 : 0;
  let header: Buffer;
  if (payload.length < 126) header = Buffer.from([first, flag | payload.length]);
  else {
    header = Buffer.alloc(4);
    header.writeUInt8(first, 0);
    header.writeUInt8(flag | 126, 1);
    header.writeUInt16BE(payload.length, 2);
  }
  if (!masks) return Buffer.concat([header, payload]);
  const key = randomBytes(4);
  const body = Buffer.from(payload);
  xor(body, key);
  return Buffer.concat([header, key, body]);
}

function xor(payload: Buffer, key: Buffer): void {
  for (let i = 0; i < payload.length; i++) payload[i] = (payload[i] ?? 0) ^ (key[i % 4] ?? 0);
}

const acceptKey = (key: string): string =>
  createHash("sha1").update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");

export interface Listener {
  /** Host and port, always on the loopback interface: "127.0.0.1:41234". */
  host: string;
  close: () => Promise<void>;
}

/**
 * How many addresses connections are spread over. A closed TCP connection keeps its pair of addresses
 * for a minute, and tens of thousands of connections are made.
 */
export const SPREAD = 8;

/**
 * Accepts WebSocket clients on a free loopback port.
 *
 * @param onconnection gets each connection and its request path, before any byte of it is read
 * @param onrequest answers ordinary HTTP requests
 */
export async function listen(
  onconnection: (connection: Connection, path: string) => void,
  onrequest: RequestListener = (_request, response) => response.writeHead(404).end(),
): Promise<Listener> {
  const server = createServer(onrequest);
  const sockets = new Set<Socket>();
  server.on("upgrade", (request: IncomingMessage, socket: Socket, head: Buffer) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    const connection = new Connection(socket, false);
    onconnection(connection, request.url ?? "/");
    socket.write(
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
        `Sec-WebSocket-Accept: ${acceptKey(request.headers["sec-websocket-key"] ?? "")}\r\n\r\n`,
    );
    if (head.length > 0) connection.receive(head);
  });
  const port = await listenOn(server);
  return {
    host: `127.0.0.1:${port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * Where no connection comes about: nobody listens, the handshake is answered with 403, and what
 * should speak TLS does not.
 */
export async function listenInVain(): Promise<{ urls: Record<string, string>; close: () => void }> {
  const absent = createServer();
  const absentPort = await listenOn(absent);
  absent.close();
  const refuse = (_: unknown, socket: Duplex): void => {
    socket.on("error", () => undefined);
    socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  };
  const refusing = createServer().on("upgrade", refuse);
  const withoutTls = createServer(); // Answers a ClientHello with 400.
  return {
    urls: {
      "connection refused": `ws://127.0.0.1:${absentPort}`,
      "handshake refused with 403": `ws://127.0.0.1:${await listenOn(refusing)}`,
      "TLS handshake failed": `wss://127.0.0.1:${await listenOn(withoutTls)}`,
    },
    close: () => {
      refusing.close();
      withoutTls.close();
    },
  };
}

/** Lets a server listen on a free loopback port and says which. */
export async function listenOn(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", 4096, resolve);
  });
  return (server.address() as AddressInfo).port;
}

/**
 * Opens a connection to a server under test.
 *
 * @param onconnection gets the connection before any byte of it is read
 * @throws {Error} when the server refuses the connection or the handshake
 */
export async function dial(
  host: string,
  path: string,
  onconnection: (connection: Connection) => void,
): Promise<void> {
  const [address = "", port = ""] = host.split(":");
  const from = `127.0.0.${1 + Math.floor(Math.random() * SPREAD)}`;
  const socket = connect({
    host: address,
    port: Number(port),
    // Elsewhere the loopback interface has one address only.
    ...(process.platform === "linux" && { localAddress: from }),
  });
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
  );
  await new Promise<void>((resolve, reject) => {
    let response = Buffer.alloc(0);
    const refuse = (): void => {
      reject(new Error(`${host}${path}: ended before the handshake.`));
    };
    const read = (bytes: Buffer): void => {
      response = Buffer.concat([response, bytes]);
      const end = response.indexOf("\r\n\r\n");
      if (end < 0) return;
      socket.off("data", read).off("close", refuse).off("error", reject);
      const status = response.toString("latin1", 0, response.indexOf("\r\n"));
      if (!status.startsWith("HTTP/1.1 101")) {
        socket.destroy();
        reject(new Error(`${host}${path}: answered "${status}" to the handshake.`));
        return;
      }
      const connection = new Connection(socket, true);
      onconnection(connection);
      connection.receive(response.subarray(end + 4));
      resolve();
    };
    socket.on("data", read).on("close", refuse).on("error", reject);
  });
}
