import type { Protocol } from "./protocol.ts";

/** @see PandaScore documentation, Disconnections */
export const pandascore: Protocol = {
  id: "pandascore",
  name: "PandaScore",
  packages: [],
  url: "https://developers.pandascore.co/docs/disconnections",
  codes: [
    { code: 4001, name: "Unauthorized", meaning: "The token is missing." },
    { code: 4003, name: "Forbidden", meaning: "The plan does not include this socket." },
    {
      code: 4029,
      name: "TooManyConnections",
      meaning: "Too many connections to one match are open.",
    },
  ],
};
