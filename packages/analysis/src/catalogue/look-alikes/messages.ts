import type { Library, Shape } from "../library.ts";

const request = { method: { returns: { promise: "Reply" } } } as const satisfies Shape;
const client = {
  members: { get: request, post: request, put: request, patch: request, delete: request, request },
} as const satisfies Shape;
const callable = { anyOf: [request, client] } as const satisfies Shape;

/** What a server answers: the `code` inside is the API's own. */
export const messages = {
  name: "look-alikes/messages",
  title: "JSON and HTTP clients",
  lookAlike: true,
  modules: ["axios", "got", "ky"],
  exports: { default: callable, "module.exports": callable, got: callable, ky: callable },
  globals: { JSON: { members: { parse: { method: {} } } } },
  types: {
    Reply: {
      declared: [{ from: "package", package: "axios", name: "AxiosResponse" }],
      members: { data: "Reply", body: "Reply", code: "Reply" },
      methods: { json: {} },
    },
  },
} as const satisfies Library;
