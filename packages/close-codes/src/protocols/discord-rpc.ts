import type { Protocol } from "./protocol.ts";

/** @see discord-api-types 0.38.57, `RPCCloseEventCodes` */
export const discordRpc: Protocol = {
  id: "discord-rpc",
  name: "Discord RPC",
  packages: ["discord-rpc", "discord-api-types/rpc"],
  url: "https://discord.com/developers/docs/topics/opcodes-and-status-codes#rpc-rpc-close-event-codes",
  codes: [
    { code: 4000, name: "InvalidClientId", meaning: "The client id is invalid." },
    { code: 4001, name: "InvalidOrigin", meaning: "The origin is not allowed." },
    { code: 4002, name: "RateLimited", meaning: "The client exceeded a rate limit." },
    {
      code: 4003,
      name: "TokenRevoked",
      meaning: "The OAuth2 token of the connection was revoked.",
    },
    { code: 4004, name: "InvalidVersion", meaning: "The RPC version in the URL is invalid." },
    { code: 4005, name: "InvalidEncoding", meaning: "The encoding in the URL is invalid." },
  ],
};
