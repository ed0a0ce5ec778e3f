/** What a message says that happens: by the API that is called, in which libraries differ. */
import { Linter } from "eslint";
import { expect, it } from "vitest";
import plugin from "../src/index.ts";

const websocket = (call: string): string =>
  `import { client } from "websocket";
  new client().on("connect", (connection) => connection.${call});`;
const bun = (call: string): string =>
  `Bun.serve({ websocket: { message: (socket) => socket.${call} } });`;
const phoenix = (call: string): string =>
  `import { Socket } from "phoenix"; new Socket("/socket").${call};`;
const workers = (call: string): string =>
  `const { 1: server } = new WebSocketPair(); server.accept(); server.${call};`;
const either = (other: string): string =>
  `import ws from "ws"; import PartySocket from "partysocket";
  const socket = test() ? new ws.WebSocket("wss://example.com") : new ${other}("wss://example.com");
  socket.close(1006);`;

it.each([
  [websocket("close(1006)"), "throws Error in `websocket`"],
  [websocket("close(1015)"), "goes out as it is in `websocket`"],
  [websocket("drop(1006)"), "puts an illegal Close frame on the wire in `websocket`"],
  [websocket("drop(1015, '', false)"), "puts an illegal Close frame on the wire in `websocket`"],
  [websocket("drop(1006, '', true)"), undefined],
  [bun("close(1006)"), "sends a Close frame without a code in Bun"],
  [bun("close(0)"), "sends a Close frame without a code in Bun"],
  [bun("close(999)"), "puts an illegal Close frame on the wire in Bun"],
  [phoenix("disconnect(() => log('closed'), 0)"), "sends a Close frame without a code in browsers"],
  [phoenix("disconnect(undefined, 1006)"), "throws InvalidAccessError in browsers"],
  [workers("close(2000)"), "goes out as it is in Cloudflare Workers"],
  [workers("close(1006)"), "throws InvalidAccessError in Cloudflare Workers"],
  [
    `import PartySocket from "partysocket"; new PartySocket({ host: "example.com" }).close(1006);`,
    "closes nothing in `partysocket`",
  ],
  // Of two that differ, an error without a name.
  [either("WebSocket"), "throws an error"],
  [either("PartySocket"), "throws an error"],
])("%s", (program, outcome) => {
  const messages = new Linter().verify(program, [
    { ...plugin.configs.recommended, rules: { "ws-close-codes/no-invalid-close-code": "error" } },
  ]);
  const [said, ...others] = messages.map(({ message }) => /^`.*?` (.*?)[,:]/u.exec(message)?.[1]);
  expect(said).toBe(outcome);
  expect(others).toEqual([]);
});
