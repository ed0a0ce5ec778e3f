import type { Part, Profile } from "ws-close-codes";

/** Programs that run JavaScript and bring a WebSocket of their own. */
export const RUNTIMES = ["browser", "node", "bun", "deno", "workers", "react-native"] as const;

export type Runtime = (typeof RUNTIMES)[number];

/** One for every runtime, or by the one that the program shows; `auto` speaks for those not named. */
export type ByRuntime<T> = T | Readonly<Partial<Record<Runtime | "auto", T>>>;

type Intervals = readonly (readonly [from: number, to: number])[];

/**
 * What a value of the user's program means to us. Plain data, so that a user's settings can say the
 * same things in JSON.
 *
 * A string is a role (`code`, `reason`, `clean`: a received close code, its reason, `wasClean`) or the
 * name of one of the library's `types`, and then an instance of it.
 */
export type Shape =
  | string
  /**
   * The class itself: `new` makes a `new`, an annotation with its name means a `type` (default: the
   * same), and a class that extends it is an `extended` (default: as the annotation).
   */
  | { readonly new: string; readonly type?: string; readonly extended?: string }
  | { readonly promise: Shape }
  /** An array, a Set, a Map's values: whatever can be iterated for it. */
  | { readonly each: Shape }
  | { readonly members: Readonly<Record<string, Shape>> }
  /** A function that the user writes and the library calls: its parameters, and what it must return. */
  | { readonly handler: readonly (Shape | null)[]; readonly returns?: Shape }
  /** A function that the library gives; also a class whose instances have no name of their own. */
  | { readonly method: Method }
  /** Named constants: an enum or a const object of close codes. */
  | { readonly constants: Readonly<Record<string, number>> }
  /** Names of events: an enum or a const object of them. */
  | { readonly events: Readonly<Record<string, string>> }
  /** A fixed array: `[code, reason]`. */
  | { readonly tuple: readonly (Shape | null)[] }
  /** A function that gives a promise of what a handler of the event would get: `once(ws, "close")`. */
  | { readonly awaits: "event" }
  | { readonly anyOf: readonly Shape[] };

/** Where an argument stands: its index, or a key of the object at that index. */
export type Position = number | readonly [index: number, key: string];

/** Where a call takes the close code and the reason. */
export interface SendPositions {
  readonly code: Position;
  readonly reason?: Position;
  /** The index of an argument that, when true, keeps the Close frame from being sent. */
  readonly unless?: number;
}

export interface Method {
  /** This call sends a close code. */
  readonly send?: SendPositions;
  /** How it treats the code, where the type's other methods do otherwise. */
  readonly profile?: Profile;
  /** What the call expects at each argument: handlers, option objects. */
  readonly args?: readonly (Shape | null)[];
  readonly returns?: Shape;
}

/** Which declaration the checker must find: typescript-eslint's `TypeOrValueSpecifier`. */
export type TypeSpecifier =
  | { readonly from: "lib"; readonly name: string }
  | { readonly from: "package"; readonly name: string; readonly package: string }
  | { readonly from: "file"; readonly name: string; readonly path?: string };

/** One type of a library: a socket, a server, an event, an options object. */
export interface LibraryType {
  /** Another type of the same library whose members this one has too. */
  readonly extends?: string;
  /** How the checker knows it. */
  readonly declared?: readonly TypeSpecifier[];
  /** What may be sent on it; several where it may be one of several sockets. */
  readonly profile?: ByRuntime<Profile | readonly Profile[]>;
  /** The endpoint that this socket is. */
  readonly part?: Part;
  /** The name of the error that a refused code throws, where it is not the profile's; empty if unknown. */
  readonly throws?: ByRuntime<string>;
  /** Codes that it takes beyond its profile, as inclusive ranges. */
  readonly alsoSends?: ByRuntime<Intervals>;
  /** Codes for which it sends a Close frame without a code, as inclusive ranges. */
  readonly sendsEmpty?: Intervals;
  /** Codes of its own that it reports beside those of a Close frame, as inclusive ranges. */
  readonly alsoReceives?: Intervals;
  /** It catches the error itself and closes nothing. */
  readonly swallows?: true;
  /** Received codes may be passed on as they are. */
  readonly forwards?: true;
  readonly methods?: Readonly<Record<string, Method>>;
  /** Properties, accessors and functions; also the members that a subclass or a hook object overrides. */
  readonly members?: Readonly<Record<string, Shape>>;
  /** Emitter events: what a handler of `on`, `once`, `addListener` is called with. */
  readonly on?: Readonly<Record<string, readonly (Shape | null)[]>>;
  /** EventTarget events: the event that `addEventListener` and `on<event> =` deliver. */
  readonly listen?: Readonly<Record<string, Shape>>;
  /** What `new` takes. */
  readonly construct?: Method;
  /** A class of the file is one without saying so, by the names of its methods. */
  readonly implicit?: true;
  /**
   * A variable is one, whatever gave it, by the name of the member that it is taken from and a method
   * that the file calls on it: `const upstream = response.webSocket; upstream.accept()`.
   */
  readonly taken?: { readonly from: string; readonly calls: string };
}

/** One WebSocket API: an entry here, a folder in `fixtures/`, a line in the README's table. */
export interface Library {
  /** Its folder in `fixtures/` and the `api` of its sites. */
  readonly name: string;
  /** How a message and the README's table call it. */
  readonly title: string;
  readonly url?: string;
  /** What a report calls it: "throws TypeError in `ws`". Without it, nothing is said of where. */
  readonly api?: string;
  /** Seeing this library's globals, modules or types means that the program runs there. */
  readonly runtime?: Runtime;
  /** It only looks like a WebSocket API: known so that it stays silent. */
  readonly lookAlike?: true;
  /** Import specifiers; one that ends with `/*` stands for every subpath. */
  readonly modules?: readonly string[];
  /** What those modules export; `default` and `module.exports` included. */
  readonly exports?: Readonly<Record<string, Shape>>;
  readonly globals?: Readonly<Record<string, Shape>>;
  readonly types?: Readonly<Record<string, LibraryType>>;
}
