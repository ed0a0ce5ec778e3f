import type { Protocol } from "./protocol.ts";

/** @see Pusher Channels protocol, version 7; pusher-js 8.6.0, `getCloseAction` */
export const pusherChannels: Protocol = {
  id: "pusher-channels",
  name: "Pusher Channels",
  packages: ["pusher-js"],
  url: "https://pusher.com/docs/channels/library_auth_reference/pusher-websockets-protocol#connection-closure",
  codes: [
    {
      code: 4000,
      name: "SslOnly",
      meaning: "The application accepts TLS only; reconnect by wss.",
      reconnect: false,
    },
    {
      code: 4001,
      name: "AppNotFound",
      meaning: "The application does not exist.",
      reconnect: false,
    },
    { code: 4003, name: "AppDisabled", meaning: "The application is disabled.", reconnect: false },
    {
      code: 4004,
      name: "OverConnectionQuota",
      meaning: "The application has too many connections.",
      reconnect: false,
    },
    { code: 4005, name: "PathNotFound", meaning: "The path does not exist.", reconnect: false },
    {
      code: 4006,
      name: "InvalidVersionFormat",
      meaning: "The version is not well formed.",
      reconnect: false,
    },
    {
      code: 4007,
      name: "UnsupportedProtocolVersion",
      meaning: "The protocol version is not supported.",
      reconnect: false,
    },
    {
      code: 4008,
      name: "NoProtocolVersion",
      meaning: "No protocol version was given.",
      reconnect: false,
    },
    {
      code: 4009,
      name: "Unauthorized",
      meaning: "The connection is not authorised.",
      reconnect: false,
    },
    {
      code: 4100,
      name: "OverCapacity",
      meaning: "The server is over capacity; reconnect after a second or more.",
      reconnect: true,
    },
    { code: 4200, name: "GenericReconnect", meaning: "Reconnect at once.", reconnect: true },
    {
      code: 4201,
      name: "PongNotReceived",
      meaning: "The client did not answer a ping; reconnect at once.",
      reconnect: true,
    },
    {
      code: 4202,
      name: "ClosedAfterInactivity",
      meaning: "The connection was idle too long; reconnect at once.",
      reconnect: true,
    },
    { code: 4301, name: "ClientEventRejected", meaning: "The client sends events too quickly." },
    { code: 4302, name: "WatchlistLimit", meaning: "The watchlist is too long." },
  ],
};
