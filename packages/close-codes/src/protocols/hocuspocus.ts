import type { Protocol } from "./protocol.ts";

/** @see @hocuspocus/common 4.8.0, src/CloseEvents.ts */
export const hocuspocus: Protocol = {
  id: "hocuspocus",
  name: "Hocuspocus",
  packages: ["@hocuspocus/common", "@hocuspocus/provider", "@hocuspocus/server"],
  url: "https://github.com/ueberdosis/hocuspocus/blob/main/packages/common/src/CloseEvents.ts",
  codes: [
    { code: 1009, name: "MessageTooBig", meaning: "A message is too big." },
    {
      code: 4205,
      name: "ResetConnection",
      meaning: "The client has to start over with the document.",
    },
    { code: 4401, name: "Unauthorized", meaning: "Authentication is required, or has failed." },
    { code: 4403, name: "Forbidden", meaning: "The server refuses the request." },
    { code: 4408, name: "ConnectionTimeout", meaning: "The client was silent for too long." },
  ],
};
