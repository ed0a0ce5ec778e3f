/** One connection, one trial: the subject closes and we read the frame, or we close and it tells what it saw. */
import { dial, listen, listenInVain, SPREAD } from "./peer.ts";
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
  /** Has a client open a URL to no end, and gives its close event; a server has nothing to open. */
  fail?: (url: string) => Promise<CloseSeen | undefined>;
  /** What to open in vain, by why. */
  inVain: Record<string, string>;
  stop: () => Promise<void>;
}

/** How many ms a connection may take to come about. */
const CONNECT = 60_000;

/** How many ms without a sign count as silence. */
const PATIENCE = 10_000;

interface Open {
  onconnection: (connection: Connection) => void;
  onreport: (report: Report) => void;
}

/** Brings an implementation up for trials. */
export async function startTrials(implementation: Implementation): Promise<Trials | Unavailable> {
  const open = new Map<number, Open>();
  const listeners = await Promise.all(
    Array.from({ length: SPREAD }, () =>
      listen((connection, path) => {
        open.get(Number(path.slice(1)))?.onconnection(connection);
      }),
    ),
  );
  const vain = await listenInVain();
  const elsewhere = new Map<number, string>();
  const close = async (): Promise<void> => {
    vain.close();
    await Promise.all(listeners.map((listener) => listener.close()));
  };
  const started = await implementation.start({
    url: (id) => `${elsewhere.get(id) ?? `ws://${listeners[id % SPREAD]?.host}`}/${id}`,
    report: (report) => open.get(report.id)?.onreport(report),
  });
  if ("unavailable" in started) {
    await close();
    return started;
  }
  const subject: Subject = started;
  let ids = 0;

  /**
   * Connects, and settles when `isOver` says so after some event, or when nothing more happens.
   *
   * @returns whether it ended in silence
   */
  const run = async (
    what: string,
    ready: (connection: Connection) => void,
    onreport: (report: Report) => void,
    isOver: () => boolean,
  ): Promise<boolean> => {
    const id = ids++;
    let connection: Connection | undefined;
    const silent = await new Promise<boolean>((resolve, reject) => {
      let silence = setTimeout(() => {
        reject(new Error(`${implementation.name}: no connection for ${what} in ${CONNECT} ms.`));
      }, CONNECT);
      const look = (): void => {
        clearTimeout(silence);
        if (isOver()) resolve(false);
        else silence = setTimeout(resolve, PATIENCE, true);
      };
      open.set(id, {
        onreport: (report) => {
          onreport(report);
          look();
        },
        onconnection: (opened) => {
          connection = opened;
          ready(opened);
          for (const event of ["ontext", "onclose", "onpong", "onend"] as const) {
            const handle = opened[event] as (payload?: unknown) => void;
            opened[event] = (payload?: unknown): void => {
              handle(payload);
              look();
            };
          }
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
    return silent;
  };

  const send = async (attempts: Argument[][]): Promise<Outcome<SendTrial>> => {
    const trial: SendTrial = { threw: [], returned: false, wire: undefined, closed: undefined };
    let connection: Connection | undefined;
    let answered = false;
    let swallowed = false;
    let ended = false;
    const silent = await run(
      `close(${JSON.stringify(attempts[0])})`,
      (opened) => {
        connection = opened;
        opened.ontext = () => {
          opened.sendText(JSON.stringify(attempts));
        };
        opened.onclose = (body) => {
          trial.wire = body;
          opened.sendClose(body);
          opened.end();
        };
        opened.onpong = () => {
          swallowed = trial.wire === undefined;
        };
        opened.onend = () => {
          ended = true;
        };
      },
      (report) => {
        if ("closed" in report) trial.closed = report.closed;
        else {
          answered = true;
          trial.threw = report.threw;
          trial.returned = report.returned;
          if (report.returned && implementation.swallows === true) connection?.sendPing();
        }
      },
      () => {
        if (!answered) return false;
        // A call that returns after one that threw proves nothing, so nothing is waited for.
        if (!trial.returned || trial.threw.length > 0 || swallowed) return true;
        return trial.closed !== undefined && (ended || trial.wire !== undefined);
      },
    );
    return { trial, silent };
  };

  const receive = async (body: Buffer | "drop"): Promise<Outcome<ReceiveTrial>> => {
    const trial: ReceiveTrial = { closed: undefined, reply: undefined };
    const waits = implementation.answers !== false;
    let ended = false;
    const silent = await run(
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
      () => trial.closed !== undefined && (ended || trial.reply !== undefined || !waits),
    );
    return { trial, silent };
  };

  const fail = async (
    connect: (id: number) => void,
    url: string,
  ): Promise<CloseSeen | undefined> => {
    const id = ids++;
    elsewhere.set(id, url);
    const closed = await new Promise<CloseSeen | undefined>((resolve) => {
      setTimeout(resolve, PATIENCE, undefined).unref();
      open.set(id, {
        onconnection: () => undefined,
        onreport: (report) => {
          if ("closed" in report) resolve(report.closed);
        },
      });
      connect(id);
    });
    open.delete(id);
    elsewhere.delete(id);
    return closed;
  };

  const { connect } = subject;
  return {
    version: subject.version,
    ...(typeof connect === "function" && { fail: (url: string) => fail(connect, url) }),
    inVain: vain.urls,
    send: (attempts) => twiceIfSilent(() => send(attempts)),
    receive: (body) => twiceIfSilent(() => receive(body)),
    stop: async () => {
      await subject.stop();
      await close();
    },
  };
}

interface Outcome<Trial> {
  trial: Trial;
  silent: boolean;
}

/** Silence may be the machine's and not the subject's: it counts when it comes again. */
async function twiceIfSilent<Trial>(run: () => Promise<Outcome<Trial>>): Promise<Trial> {
  const first = await run();
  return first.silent ? (await run()).trial : first.trial;
}
