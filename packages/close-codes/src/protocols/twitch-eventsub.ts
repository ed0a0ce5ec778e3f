import type { Protocol } from "./protocol.ts";

/** @see Twitch documentation, as public clients quote it; twitch4j `SocketCloseReason` */
export const twitchEventsub: Protocol = {
  id: "twitch-eventsub",
  name: "Twitch EventSub",
  packages: ["@twurple/eventsub-ws"],
  url: "https://dev.twitch.tv/docs/eventsub/handling-websocket-events",
  codes: [
    { code: 4000, name: "InternalServerError", meaning: "The server failed." },
    {
      code: 4001,
      name: "ClientSentInboundTraffic",
      meaning: "The client sent a message, where only pongs are allowed.",
    },
    { code: 4002, name: "ClientFailedPingPong", meaning: "The client did not answer a ping." },
    {
      code: 4003,
      name: "ConnectionUnused",
      meaning: "The client did not subscribe within 10 seconds.",
    },
    {
      code: 4004,
      name: "ReconnectGraceTimeExpired",
      meaning: "The client did not move to the new URL within 30 seconds.",
    },
    { code: 4005, name: "NetworkTimeout", meaning: "A network timeout that should pass." },
    { code: 4006, name: "NetworkError", meaning: "A network error that should pass." },
    { code: 4007, name: "InvalidReconnect", meaning: "The reconnect URL is invalid." },
  ],
};
