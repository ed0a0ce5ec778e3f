/** One connection, one trial: the subject closes and we read the frame, or we close and it tells what it saw. */
import { dial, listen, SPREAD } from "./peer.ts";
import type { Connection } from "./peer.ts";
import type { Implementation, Subject, Unavailable } from "./implementation.ts";
import type { Argument, CloseSeen, Report, Thrown } from "./subject.ts";

/** What became of `close(...)` calls made one after the other on one connection. */
export interface SendTrial {
  /** What the calls threw, in order. */
  threw: Thrown[];
  /** Whether a call returned; it was the last. */
  returned: boolean;
  /** The body of the Close frame that went out; undefined when none did. */
  wire: Buffer | undefined;
  /** The subject's own close event, after the peer had echoed the body. */
  closed: CloseSeen | undefined;
}

/** What became of a Close frame, or of a TCP drop, that the peer sent. */
export interface ReceiveTrial {
  closed: CloseSeen | undefined;
  /** The body of the Close frame that came back; undefined when none did. */
  reply: Buffer | undefined;
}

export interface Trials {
  version: string;
  /** Calls `close` with each argument list on one connection, until a call returns. */
  send: (attempts: Argument[][]) => Promise<SendTrial>;
  /** Sends a Close frame with this body, or drops TCP. */
  receive: (body: Buffer | "drop") => Promise<ReceiveTrial>;
  stop: () => Promise<void>;
}

/** How many ms a connection may take to come about. */
const CONNECT = 60_000;

interface Open {
  onconnection: (connection: Connection) => void;
  onreport: (report: Report) => void;
}

/** Brings an implementation up for trials. */
export async function startTrials(implementation: Implementation): Promise<Trials | Unavailable> {
  const patience = implementation.patience ?? 10_000;
  const open = new Map<number, Open>();
  const listeners = await Promise.all(
    Array.from({ length: SPREAD }, () =>
      listen((connection, path) => {
        open.get(Number(path.slice(1)))?.onconnection(connection);
      }),
    ),
  );
  const close = async (): Promise<void> => {
    await Promise.all(listeners.map((listener) => listener.close()));
  };
  const started = await implementation.start({
    host: (id) => listeners[id % SPREAD]?.host ?? "",
    report: (report) => open.get(report.id)?.onreport(report),
  });
  if ("unavailable" in started) {
    await close();
    return started;
  }
  const subject: Subject = started;
  let ids = 0;

  /** Connects, and settles when `isOver` says so after some event, or when nothing more happens. */
  const run = async (
    what: string,
    ready: (connection: Connection) => void,
    onreport: (report: Report) => void,
    isOver: () => boolean,
  ): Promise<void> => {
    const id = ids++;
    let connection: Connection | undefined;
    await new Promise<void>((resolve, reject) => {
      const unconnected = (): void => {
        reject(new Error(`${implementation.name}: no connection for ${what} in ${CONNECT} ms.`));
      };
      let silence = setTimeout(unconnected, CONNECT);
      const look = (): void => {
        clearTimeout(silence);
        if (isOver()) resolve();
        else silence = setTimeout(resolve, patience);
      };
      open.set(id, {
        onreport: (report) => {
          onreport(report);
          look();
        },
        onconnection: (opened) => {
          connection = opened;
          ready(opened);
          const { ontext, onclose, onend } = opened;
          opened.ontext = (text) => {
            ontext(text);
            look();
          };
          opened.onclose = (body) => {
            onclose(body);
            look();
          };
          opened.onend = () => {
            onend();
            look();
          };
        },
      });
      if (typeof subject.connect === "function") subject.connect(id);
      else {
        const { host, prefix = "" } = subject.connect;
        dial(host, `${prefix}/${id}`, (opened) => {
          open.get(id)?.onconnection(opened);
          opened.ontext("open");
        }).catch(reject);
      }
    });
    open.delete(id);
    connection?.drop();
  };

  return {
    version: subject.version,
    send: async (attempts) => {
      const trial: SendTrial = { threw: [], returned: false, wire: undefined, closed: undefined };
      let answered = false;
      let ended = false;
      await run(
        `close(${JSON.stringify(attempts[0])})`,
        (connection) => {
          connection.ontext = () => {
            connection.sendText(JSON.stringify(attempts));
          };
          connection.onclose = (body) => {
            trial.wire = body;
            connection.sendClose(body);
            connection.end();
          };
          connection.onend = () => {
            ended = true;
          };
        },
        (report) => {
          if ("closed" in report) trial.closed = report.closed;
          else {
            answered = true;
            trial.threw = report.threw;
            trial.returned = report.returned;
          }
        },
        () => {
          if (!answered) return false;
          // A call that returns after one that threw proves nothing, so nothing is waited for.
          if (!trial.returned || trial.threw.length > 0) return true;
          return trial.closed !== undefined && (ended || trial.wire !== undefined);
        },
      );
      return trial;
    },
    receive: async (body) => {
      const trial: ReceiveTrial = { closed: undefined, reply: undefined };
      let ended = false;
      await run(
        body === "drop" ? "a TCP drop" : `a Close frame ${body.toString("hex")}`,
        (connection) => {
          connection.ontext = () => {
            if (body === "drop") connection.drop();
            else connection.sendClose(body);
          };
          connection.onclose = (reply) => {
            trial.reply = reply;
            connection.end();
          };
          connection.onend = () => {
            ended = true;
          };
        },
        (report) => {
          if ("closed" in report) trial.closed = report.closed;
        },
        () => trial.closed !== undefined && (ended || trial.reply !== undefined),
      );
      return trial;
    },
    stop: async () => {
      await subject.stop();
      await close();
    },
  };
}
