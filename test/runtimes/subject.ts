/**
 * The part that runs where the implementation under test lives: in Node, Bun, Deno, workerd or a page.
 * It knows nothing of what is measured. It does as the peer says and reports what it saw.
 *
 * Imports nothing and uses no global, so that it can be carried into any runtime as it is.
 */

/** What every WebSocket class shares. Handlers are properties; others are brought into this shape. */
export interface Socket {
  onopen?: unknown;
  onmessage: unknown;
  onclose: unknown;
  onerror: unknown;
  send: (text: string) => void;
  /** May give a promise, in which it throws. */
  close: (...args: never[]) => unknown;
}

/** An argument of `close`: JSON has no word for some of them. */
export type Argument = number | string | boolean | null | { special: keyof typeof specials };

const specials = {
  undefined: undefined,
  NaN: NaN,
  Infinity: Infinity,
  "-Infinity": -Infinity,
  "1000n": BigInt(1000),
  "[1000]": [1000],
  "{}": {},
};

export function valueOf(argument: Argument): unknown {
  return argument !== null && typeof argument === "object" ? specials[argument.special] : argument;
}

export interface Thrown {
  /** The constructor's name: DOMException, TypeError, ... */
  class: string;
  /** The error's own name: InvalidAccessError, TypeError, ... */
  name: string;
  message: string;
}

export interface CloseSeen {
  code: unknown;
  reason: string;
  /** Absent where the API has no such thing. */
  wasClean: boolean | undefined;
}

/** One thing that happened to connection `id`. */
export type Report =
  /** The attempts made so far, in order; the last did not throw when `returned`. */
  | { id: number; threw: Thrown[]; returned: boolean }
  /** The close event, or what the API has in its place. */
  | { id: number; closed: CloseSeen };

/** Makes a socket obey: a text frame lists the argument lists to call `close` with until one returns. */
export function obey(id: number, socket: Socket, report: (report: Report) => void): void {
  socket.onmessage = async (event: { data: string }) => {
    const attempts = JSON.parse(event.data) as Argument[][];
    const threw: Thrown[] = [];
    for (const attempt of attempts) {
      try {
        await socket.close(...(attempt.map(valueOf) as never[]));
        report({ id, threw, returned: true });
        return;
      } catch (error) {
        threw.push(describe(error));
      }
    }
    report({ id, threw, returned: false });
  };
  socket.onclose = (event: { code: unknown; reason?: string; wasClean?: boolean }) => {
    const { code, reason, wasClean } = event;
    report({ id, closed: { code, reason: reason ?? "", wasClean } });
  };
  socket.onerror = () => undefined; // 'close' follows; without a listener some libraries throw.
}

/** A client: opens connection `id` and tells the peer once it is open. */
export function openAndObey(
  id: number,
  open: () => Socket,
  report: (report: Report) => void,
): void {
  const socket = open();
  socket.onopen = () => {
    socket.send("open");
  };
  obey(id, socket, report);
}

function describe(error: unknown): Thrown {
  if (error === null || typeof error !== "object") {
    return { class: typeof error, name: typeof error, message: String(error) };
  }
  const { name, message } = error as Error;
  return { class: error.constructor.name, name, message };
}
