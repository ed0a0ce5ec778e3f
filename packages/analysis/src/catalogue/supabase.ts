import type { Library, Shape } from "./library.ts";
import { globalClient } from "./profiles.ts";

const createClient = { method: { returns: "SupabaseClient" } } as const satisfies Shape;

/** @supabase/realtime-js: `disconnect(code, reason)` of the client and of `supabase.realtime`. */
export const supabase = {
  name: "supabase",
  title: "Supabase Realtime",
  url: "https://supabase.com/docs/guides/realtime",
  modules: ["@supabase/realtime-js", "@supabase/supabase-js", "@supabase/ssr"],
  exports: {
    createClient,
    createBrowserClient: createClient,
    SupabaseClient: { new: "SupabaseClient" },
    RealtimeClient: { new: "RealtimeClient" },
  },
  types: {
    SupabaseClient: {
      declared: [{ from: "package", package: "@supabase/supabase-js", name: "SupabaseClient" }],
      members: { realtime: "RealtimeClient" },
    },
    RealtimeClient: {
      declared: [{ from: "package", package: "@supabase/realtime-js", name: "RealtimeClient" }],
      ...globalClient,
      // A code that is falsy counts as none.
      sendsEmpty: [[0, 0]],
      part: "client",
      methods: { disconnect: { send: { code: 0, reason: 1 } } },
    },
  },
} as const satisfies Library;
