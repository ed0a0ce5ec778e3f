import type { Protocol } from "./protocol.ts";

/** @see sockjs 0.3.24, sockjs-client 1.6.1 */
export const sockjs: Protocol = {
  id: "sockjs",
  name: "SockJS",
  packages: ["sockjs", "sockjs-client"],
  url: "https://github.com/sockjs/sockjs-client",
  codes: [
    {
      code: 1002,
      name: "CannotConnect",
      meaning: "The client cannot connect to the server.",
      sentBy: "local",
    },
    {
      code: 1006,
      name: "ServerLostSession",
      meaning: "The server no longer knows the session.",
      sentBy: "local",
    },
    { code: 2000, name: "AllTransportsFailed", meaning: "No transport works.", sentBy: "local" },
    {
      code: 2007,
      name: "TransportTimedOut",
      meaning: "A transport did not connect in time.",
      sentBy: "local",
    },
    {
      code: 2010,
      name: "AnotherConnectionStillOpen",
      meaning:
        "The session already has a connection; carried in a SockJS frame, not in a Close frame.",
    },
    {
      code: 3000,
      name: "HeartbeatOrFramingError",
      meaning: "A heartbeat was not answered, or the framing is broken.",
    },
  ],
};
