import { liesIn, type Interval } from "./ranges.ts";

/**
 * How a WebSocket API treats the code it is told to send.
 *
 * - `browser`: the WHATWG rule; the DOM's and the workers' `WebSocket`, Node's, undici's, Deno's
 *   client, jsdom, faye-websocket
 * - `endpoint`: any code that an endpoint may send; `ws`, Bun's client, workerd, `websocket`
 * - `endpoint-unchecked`: the same codes, but nothing checks them; `Bun.serve`,
 *   `Deno.upgradeWebSocket`, uWebSockets.js, `websocket-driver`
 * - `simulated`: any number goes, for no frame is sent; mocks and `new CloseEvent(...)`
 */
export type Profile = "browser" | "endpoint" | "endpoint-unchecked" | "simulated";

export interface ProfileFacts {
  /** What may be sent. */
  readonly sendable: readonly Interval[];
  /** What comes of any other code. */
  readonly outcome: "throws" | "illegal-frame" | "nothing";
  /** The name of the error that is thrown, unless the API has one of its own. */
  readonly error?: string;
}

const endpointCodes: readonly Interval[] = [
  [1000, 1003],
  [1007, 1014],
  [3000, 4999],
];

/**
 * The profiles, as claims about programs that exist.
 *
 * @see WHATWG WebSockets, `close(code, reason)`, for `browser`; RFC 6455, section 7.4, and the IANA
 * registry for `endpoint`, which is also what ws 8.23.0 checks (lib/validation.js)
 */
export const profiles: Readonly<Record<Profile, ProfileFacts>> = {
  browser: {
    sendable: [
      [1000, 1000],
      [3000, 4999],
    ],
    outcome: "throws",
    error: "InvalidAccessError",
  },
  // Bun 1.4.5's client and workerd 2026-11-17 throw the DOM's error; ws throws a TypeError.
  endpoint: { sendable: endpointCodes, outcome: "throws", error: "InvalidAccessError" },
  "endpoint-unchecked": { sendable: endpointCodes, outcome: "illegal-frame" },
  simulated: { sendable: [[0, 65535]], outcome: "nothing" },
};

/** Whether an API of this profile sends an integer code from 0 to 65535, and sends it rightly. */
export function isSendable(code: number, profile: Profile): boolean {
  return Number.isInteger(code) && liesIn(code, profiles[profile].sendable);
}
