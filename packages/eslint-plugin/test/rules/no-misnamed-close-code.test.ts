import { noMisnamedCloseCode } from "../../src/rules/no-misnamed-close-code.ts";
import { inBrowser, replaced } from "../case.ts";
import { test, type Invalid, type Valid } from "../rule-tester.ts";

interface Misnamed {
  readonly name: string;
  readonly code: string;
  /** The code that has the name; none if only the program knows it. */
  readonly right?: string;
  /** The name that the code has; none if it is unassigned. */
  readonly meaning?: string;
  readonly at: readonly [line: number, from: number, to: number];
  readonly kept?: boolean;
}

function misnamed(code: string, one: Misnamed, more: Partial<Valid> = {}): Invalid {
  const [line, from, to] = one.at;
  const { name, right, meaning } = one;
  const known = right === undefined ? "misnamed-registered" : "misnamed";
  return {
    ...more,
    code,
    errors: [
      {
        messageId: meaning === undefined ? "misnamed-unassigned" : known,
        data: {
          name,
          code: one.code,
          ...(right !== undefined && { right }),
          ...(meaning !== undefined && { meaning }),
        },
        line,
        column: from,
        endLine: line,
        endColumn: to,
        suggestions:
          one.kept || right === undefined
            ? []
            : [
                {
                  messageId: "replace-code",
                  data: { code: one.code, instead: right },
                  output: replaced(code, one.at, right),
                },
              ],
      },
    ],
  };
}

const inTypeScript = { ways: ["typescript", "typed"] } as const;

test("no-misnamed-close-code", noMisnamedCloseCode, {
  valid: [
    // The registry's names and everybody else's.
    "const CloseCode = { NORMAL_CLOSURE: 1000, GoingAway: 1001, UNSUPPORTED_DATA: 1003 };",
    "const CloseCode = { CLOSE_NORMAL: 1000, CLOSE_TOO_LARGE: 1009, BAD_DATA: 1007 };",
    "const closeCodes = { 1000: 'Normal Closure', 1006: 'Abnormal Closure', 1011: 'the server failed' };",
    "const CloseCode = { UNAUTHORIZED: 3000, FORBIDDEN: 3003, TIMEOUT: 3008 };",
    // Orders and tickets are closed, too: the file has nothing of WebSockets.
    "const PositionCloseReason = { Manual: 1000, Liquidation: 1001, InternalError: 1003 };",
    "export const ticketClosed = { 1001: 'Internal Error', 1002: 'Policy Violation' };",
    "const Trade = { CloseReason: { MANUAL: 1000, PROTOCOL_ERROR: 1001 } };",
    // Nothing is closed here.
    "const closestEnemy = { GOING_AWAY: 1002 }; const enclosure = { PROTOCOL_ERROR: 1001 };",
    // 4000-4999 are everybody's own.
    "const CloseCode = { NORMAL: 1000, GOING_AWAY: 1001, UNAUTHORIZED: 4401, INTERNAL_ERROR: 4500 };",
    // 3001 and its like belong to libraries.
    "const CloseCode = { NORMAL: 1000, GOING_AWAY: 1001, POLICY_VIOLATION: 3001 };",
    // 1008 went for these before they were registered.
    "const CloseCode = { NORMAL: 1000, GOING_AWAY: 1001, UNAUTHORIZED: 1008, TIMEOUT: 1002 };",
    // What may mean the same in other words, and bounds.
    "const CloseCode = { ACCESS_DENIED: 3003, LoginRequired: 3000, IDLE: 3008, VERBODEN: 3003 };",
    "const CloseCode = { KICKED_FOR_IDLE: 3008, SESSION_REPLACED: 3000, LIBRARY_MIN: 3000 };",
    // Errors and times of the program's own.
    "const wsErrorCodes = { KICKED: 3003, ROOM_FULL: 3000 }; const codes = { KICKED: 3003 };",
    "const closeCodeDelays = { kicked: 3000 }; const CLOSE_FINISHED = 3000;",
    "const CloseCode = { NORMAL: 1000, GOING_AWAY: 1001, RESTART_DELAY: 3000 };",
    // Times, and names that say nothing.
    "const CLOSE_TIMEOUT = 3000; const CLOSE_RESTART_DELAY = 1000; const CLOSE_TIMEOUT_MS = 2000;",
    "const CloseCode = { NORMAL: 1000, GOING_AWAY: 1001, TIMEOUT: 3000, UNKNOWN: 1000, ERROR: 1002 };",
    "const close = { code: 1006, reason: 'Normal Closure', wasClean: false };",
    // One right name proves no table.
    "const codes = { NORMAL: 1000, GOING_AWAY: 1002 }; const own = { NORMAL: 1000, ROOM_FULL: 3000 };",
    // No numbers, no texts.
    "const CloseCode = { GOING_AWAY: '1000', NORMAL: normal }; const closeCodes = { 1000: goingAway, 1001: 1011, 1002: `${x}` };",
    // Nothing speaks of closing.
    "export default { GOING_AWAY: 1000 };",
    "const Errors = { INTERNAL_ERROR: 1000, PROTOCOL_ERROR: 1001, BAD_GATEWAY: 1002 };",
    "const Errors = { 1000: 'Internal Error', 1001: 'Protocol Error' };",
    inBrowser("const delays = { BYE: 4000, GOING_AWAY: 2000 }; ws.close(delays.BYE);"),
    inBrowser(
      "const codes = { NORMAL: 1000, GOING_AWAY: 2001, OURS: 3000 }; ws.close(codes.NORMAL);",
    ),
    "const CloseCode = { NORMAL: 500, GOING_AWAY: 5000, POLICY_VIOLATION: -1 };",
  ]
    .map((code): Valid => ({ code }))
    .concat({
      code: "export enum OrderCloseReason { Manual = 1000, Expired = 1001, InternalError = 1003 }",
      ways: ["typescript", "typed"],
    }),

  invalid: [
    misnamed("// Of a WebSocket.\nconst whenClosed = { UNSUPPORTED_DATA: 1007 };", {
      name: "UNSUPPORTED_DATA",
      code: "1007",
      right: "1003",
      meaning: "Invalid Frame Payload Data",
      at: [2, 40, 44],
    }),
    misnamed("const whenWsClosed = { UNSUPPORTED_DATA: 1007 };", {
      name: "UNSUPPORTED_DATA",
      code: "1007",
      right: "1003",
      meaning: "Invalid Frame Payload Data",
      at: [1, 42, 46],
    }),
    misnamed(
      "enum SocketCloseReason { Manual = 1000, InternalError = 1003 }",
      {
        name: "InternalError",
        code: "1003",
        right: "1011",
        meaning: "Unsupported Data",
        at: [1, 57, 61],
      },
      inTypeScript,
    ),
    // Those that count on from it would move.
    misnamed(
      "enum CloseCode { NormalClosure = 1000, GoingAway = 1002, UnsupportedData }",
      {
        name: "GoingAway",
        code: "1002",
        right: "1001",
        meaning: "Protocol Error",
        at: [1, 52, 56],
        kept: true,
      },
      inTypeScript,
    ),
    misnamed("const CloseCode = { UNSUPPORTED_DATA: 1007 };", {
      name: "UNSUPPORTED_DATA",
      code: "1007",
      right: "1003",
      meaning: "Invalid Frame Payload Data",
      at: [1, 39, 43],
    }),
    misnamed(
      "const codes = { NORMAL: 1000, AWAY_NOW: 1002, GOING_AWAY: 1001, ABNORMAL_CLOSURE: 1005 };",
      {
        name: "ABNORMAL_CLOSURE",
        code: "1005",
        right: "1006",
        meaning: "No Status Received",
        at: [1, 83, 87],
      },
    ),
    misnamed("const codes = { NORMAL: 1000, GOING_AWAY: 1001, MANDATORY_EXTENSION: 1019 };", {
      name: "MANDATORY_EXTENSION",
      code: "1019",
      right: "1010",
      at: [1, 70, 74],
    }),
    misnamed("const WS_CLOSE_GOING_AWAY = 1000;", {
      name: "WS_CLOSE_GOING_AWAY",
      code: "1000",
      right: "1001",
      meaning: "Normal Closure",
      at: [1, 29, 33],
    }),
    misnamed("const CloseCode = { FORBIDDEN: 3000 };", {
      name: "FORBIDDEN",
      code: "3000",
      right: "3003",
      meaning: "Unauthorized",
      at: [1, 32, 36],
    }),
    misnamed("const CloseCode = { POLICY_VIOLATION: 3003 };", {
      name: "POLICY_VIOLATION",
      code: "3003",
      right: "1008",
      meaning: "Forbidden",
      at: [1, 39, 43],
    }),
    misnamed("const CloseCode = { KICKED: 3003, FULL: 4001 };", {
      name: "KICKED",
      code: "3003",
      meaning: "Forbidden",
      at: [1, 29, 33],
    }),
    misnamed("const codes = { NORMAL: 1000, GOING_AWAY: 1001, ROOM_FULL: 3000 };", {
      name: "ROOM_FULL",
      code: "3000",
      meaning: "Unauthorized",
      at: [1, 60, 64],
    }),
    misnamed("const closeCodes = { 3008: 'Server restarts', 3007: 'Kicked' };", {
      name: "Server restarts",
      code: "3008",
      meaning: "Timeout",
      at: [1, 22, 26],
    }),
    misnamed("const closeCodes = { 1000: 'Normal Closure', 1001: 'Internal Error' };", {
      name: "Internal Error",
      code: "1001",
      right: "1011",
      meaning: "Going Away",
      at: [1, 46, 50],
    }),
    misnamed("const closeCodes = { 1000: 'Going Away', 1001: 'Going Away' };", {
      name: "Going Away",
      code: "1000",
      right: "1001",
      meaning: "Normal Closure",
      at: [1, 22, 26],
      kept: true,
    }),
    ...[
      "export default { NORMAL: 1000, GOING_AWAY: 1001, UNSUPPORTED_DATA: 1007 };",
      "exports.CloseCode = { UNSUPPORTED_DATA: 1007 };",
      "const CloseCode = Object.freeze({ UNSUPPORTED_DATA: 1007 });",
    ].map((code) =>
      misnamed(code, {
        name: "UNSUPPORTED_DATA",
        code: "1007",
        right: "1003",
        meaning: "Invalid Frame Payload Data",
        at: [1, code.indexOf("1007") + 1, code.indexOf("1007") + 5],
      }),
    ),
    // A table that is used.
    misnamed(inBrowser("const codes = { GOING_AWAY: 1000 }; ws.close(codes.GOING_AWAY);"), {
      name: "GOING_AWAY",
      code: "1000",
      right: "1001",
      meaning: "Normal Closure",
      at: [2, 29, 33],
    }),
    misnamed(
      "enum CloseCode { Normal = 1000, InternalError }",
      {
        name: "InternalError",
        code: "1001",
        right: "1011",
        meaning: "Going Away",
        at: [1, 33, 46],
        kept: true,
      },
      inTypeScript,
    ),
    misnamed(
      "enum CloseCode { Normal = 1000, TryAgainLater = 1012 }",
      {
        name: "TryAgainLater",
        code: "1012",
        right: "1013",
        meaning: "Service Restart",
        at: [1, 49, 53],
      },
      inTypeScript,
    ),
    misnamed("class CloseCode { static GOING_AWAY = 1002; }", {
      name: "GOING_AWAY",
      code: "1002",
      right: "1001",
      meaning: "Protocol Error",
      at: [1, 39, 43],
    }),
    misnamed("class Close { static GOING_AWAY = 1002; static CLOSE_GOING_AWAY = 1000; }", {
      name: "CLOSE_GOING_AWAY",
      code: "1000",
      right: "1001",
      meaning: "Normal Closure",
      at: [1, 67, 71],
    }),
  ],
});
