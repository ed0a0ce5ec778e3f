import type { Protocol } from "./protocol.ts";

/** @see @tldraw/sync-core 5.1.1, `TLSyncErrorCloseEventCode` */
export const tldrawSync: Protocol = {
  id: "tldraw-sync",
  name: "tldraw sync",
  packages: ["@tldraw/sync", "@tldraw/sync-core"],
  url: "https://github.com/tldraw/tldraw/blob/main/packages/sync-core/src/lib/TLSyncClient.ts",
  codes: [
    {
      code: 4099,
      name: "SyncError",
      meaning:
        "The session cannot go on; the reason says why, such as `NOT_FOUND` or `CLIENT_TOO_OLD`.",
    },
  ],
};
