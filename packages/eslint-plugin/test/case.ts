import type { Invalid } from "./rule-tester.ts";

/** A socket that `new WebSocket` opened, as in browsers; the statement stands on line 2. */
export const inBrowser = (statement: string): string =>
  `const ws = new WebSocket("wss://example.com");\n${statement}`;

/** A socket that a server of `ws` accepted; the statement stands on line 3. */
export const onServer = (statement: string): string =>
  `import { WebSocketServer } from "ws";
new WebSocketServer({ port: 8080 }).on("connection", (ws) => {
${statement}
});`;

/** One report of a rule, with what is suggested in the place of the code. */
export interface Fault {
  readonly id: string;
  readonly data: Readonly<Record<string, string>>;
  /** Where the code stands: line, first column, column behind the last. */
  readonly at: readonly [line: number, from: number, to: number];
  /** The value and what replaces it, best first. */
  readonly instead?: readonly (readonly [code: string, instead: string])[];
}

/** A case with one fault, whose suggestions replace the code. */
export function fault(code: string, { id, data, at, instead = [] }: Fault): Invalid {
  const [line, from, to] = at;
  return {
    code,
    errors: [
      {
        messageId: id,
        data,
        line,
        column: from,
        endLine: line,
        endColumn: to,
        suggestions: instead.map(([was, text]) => ({
          messageId: "replace-code",
          data: { code: was, instead: text },
          output: replaced(code, at, text),
        })),
      },
    ],
  };
}

/** A text with another one in a place of it. */
export function replaced(code: string, [line, from, to]: Fault["at"], text: string): string {
  const lines = code.split("\n");
  const before = lines[line - 1] ?? "";
  return lines.with(line - 1, before.slice(0, from - 1) + text + before.slice(to - 1)).join("\n");
}
