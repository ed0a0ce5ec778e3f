import type { RuleTester } from "eslint";
import { preferNamedCloseCode } from "../../src/rules/prefer-named-close-code.ts";
import { inBrowser, onServer } from "../case.ts";
import { test, type Invalid, type Valid } from "../rule-tester.ts";

const IMPORT = `import { CloseCode } from "ws-close-codes";`;

/** Where the first bare number of a text stands that the mark `@` points out, and the text without. */
function marked(text: string): { code: string; at: RuleTester.TestCaseError; number: string } {
  const offset = text.indexOf("@");
  const code = text.replace("@", "");
  const before = code.slice(0, offset).split("\n");
  const number = /^\w+/u.exec(code.slice(offset))?.[0] ?? "";
  const line = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  return {
    code,
    number,
    at: { line, column, endLine: line, endColumn: column + number.length },
  };
}

/** The constant is in scope: the number is replaced by a fix. */
function fixed(text: string, name: string): Invalid {
  const { code, at, number } = marked(text);
  return {
    code,
    output: text.replace(`@${number}`, name),
    errors: [{ messageId: "prefer-named", data: { name, code: number }, ...at }],
  };
}

/** The constant has to be imported: a suggestion does both. */
function imported(text: string, name: string, output: string, module = "ws-close-codes"): Invalid {
  const { code, at, number } = marked(text);
  const suggestion = { messageId: "import-name", data: { name, code: number, module }, output };
  return {
    code,
    errors: [
      {
        messageId: "prefer-named",
        data: { name, code: number },
        ...at,
        suggestions: [suggestion],
      },
    ],
  };
}

/** Several constants are in scope: the user has to choose. */
function chosen(text: string, names: readonly string[]): Invalid {
  const { code, at, number } = marked(text);
  return {
    code,
    errors: [
      {
        messageId: "prefer-named",
        data: { name: names[0] ?? "", code: number },
        ...at,
        suggestions: names.map((name) => ({
          messageId: "use-name",
          data: { name, code: number },
          output: text.replace(`@${number}`, name),
        })),
      },
    ],
  };
}

const inJavaScript = { ways: ["espree"] } as const;
const inTypeScript = { ways: ["typescript", "typed"] } as const;

test("prefer-named-close-code: sites", preferNamedCloseCode, {
  valid: [
    inBrowser("ws.close();"),
    inBrowser("ws.close(code);"),
    inBrowser("const code = 1000; ws.close(code);"),
    // No constant names them.
    inBrowser("ws.close(4000);"),
    inBrowser("ws.close(3500);"),
    // Registered, and seldom meant so.
    inBrowser("ws.close(3000);"),
    inBrowser("ws.onclose = (event) => event.code === 1004;"),
    // What is at fault has a report of its own.
    `${IMPORT}\n${inBrowser("ws.close(1006);")}`,
    // A bound is no code.
    inBrowser("ws.onclose = (event) => event.code >= 3000 && event.code < 4000;"),
    // No close code.
    "file.close(1000);",
    "const x = 1000;",
    // Names alone are no proof of a comparison.
    `${IMPORT}\nfunction closed(event) { return event.code === 1000; }`,
    `${IMPORT}\n${inBrowser("ws.close(CloseCode.NormalClosure);")}`,
    // Made of something, or named by it.
    ...[
      "ws.close(999 + 1); ws.close(Number('1000')); ws.close(parseInt('1000'));",
      "ws.close(new Map([['bye', 1000]]).get('bye'));",
      "const own = { bye: 1000, [name]: 1000 }; ws.close(own.bye); const { bye } = own; ws.close(bye);",
      "const [bye] = [1000]; ws.close(bye); const both = late ? 1000 : 4000; ws.close(both);",
      "class Own { static BYE = 1000; stop() { ws.close(Own.BYE); } }",
      "ws.onclose = (event) => event.code === undefined || event.code === NaN || event.code === Infinity;",
    ].map((body) => `${IMPORT}\n${inBrowser(body)}`),
  ]
    .map((code): Valid => ({ code }))
    .concat({
      code: `${IMPORT}\nenum Own { Start = 999, Bye }\n${inBrowser("ws.close(Own.Bye);")}`,
      ...inTypeScript,
    }),

  invalid: [
    fixed(`${IMPORT}\n${inBrowser("ws.close(@1000, 'bye');")}`, "CloseCode.NormalClosure"),
    fixed(`${IMPORT}\n${inBrowser("ws.close(done ? @1000 : 4000);")}`, "CloseCode.NormalClosure"),
    fixed(
      `${IMPORT}\n${inBrowser("ws.onclose = (e) => @1006 === e.code;")}`,
      "CloseCode.AbnormalClosure",
    ),
    fixed(
      `${IMPORT}\n${inBrowser("ws.onclose = ({ code }) => { switch (code) { case @0x3e9: } };")}`,
      "CloseCode.GoingAway",
    ),
    fixed(
      `${IMPORT}\n${inBrowser("ws.onclose = (e) => [@1012, 4000].includes(e.code);")}`,
      "CloseCode.ServiceRestart",
    ),
    fixed(
      `${IMPORT}\n${inBrowser("ws.onclose = (e) => e.code === @3000;")}`,
      "CloseCode.Unauthorized",
    ),
    fixed(`${IMPORT}\n${inBrowser("ws.close(@3000);")}`, "CloseCode.Unauthorized"),
    // It is received, on a socket that may not send it.
    fixed(
      `${IMPORT}\nimport { client } from "websocket";
new client().on("connect", (connection) => connection.closeReasonCode === @1006);`,
      "CloseCode.AbnormalClosure",
    ),
  ],
});

test("prefer-named-close-code: constants in scope", preferNamedCloseCode, {
  valid: [
    // The name has no value yet, or another one by then.
    ...[
      "stop(); const CloseCode = { KICKED: 4001 }; function stop() { ws.close(4001); }",
      "const CloseCode = { KICKED: 4001, kick: ws.close(4001) };",
      "class Closing { static FINAL = ws.close(4001); static KICKED = 4001; }",
      "const CloseCode = { KICKED: 4001 }; if (late) CloseCode.KICKED = 4901; ws.close(4001);",
      "const CloseCode = { KICKED: 4001 }; Object.assign(CloseCode, late); ws.close(4001);",
      "const CloseCode = { KICKED: 4001, ...late }; ws.close(4001);",
    ].map((body): Valid => ({ code: inBrowser(body) })),
    // The name is known where the list is asked, and not where it is written.
    {
      code: inBrowser(
        "const FATAL = new Set([4001]); function set() { const CLOSE_BANNED = 4001; ws.onclose = (e) => FATAL.has(e.code) || e.code === CLOSE_BANNED; }",
      ),
    },
    // A time, and no code.
    { code: inBrowser("const CLOSE_DELAYS = { KICKED: 4001 }; ws.close(4001);") },
  ],
  invalid: [
    ...[
      "setUp(); const CloseCode = { KICKED: 4001 }; function stop() { ws.close(@4001); }",
      "const CloseCode = { KICKED: 4001 }; stop(); function stop() { ws.close(@4001); }",
      "const CloseCode = { KICKED: 4001 }; log(CloseCode); ws.close(@4001);",
      "const CloseCode = { KICKED: 4001, kick: () => ws.close(@4001) };",
    ].map((body) => fixed(inBrowser(body), "CloseCode.KICKED")),
    fixed(
      inBrowser("const CLOSE_CODES = { KICKED: 4001 }; ws.close(@4001);"),
      "CLOSE_CODES.KICKED",
    ),
    fixed(
      inBrowser("const CLOSE_CODES = Object.freeze({ KICKED: 4001 }); ws.close(@4001);"),
      "CLOSE_CODES.KICKED",
    ),
    fixed(
      inBrowser("const CLOSE_CODES = { 'kicked-out': 4001 }; ws.close(@4001);"),
      'CLOSE_CODES["kicked-out"]',
    ),
    fixed(
      inBrowser(
        "const CLOSE_CODES = { app: { KICKED: 4001, BANNED: 4002 } }; ws.close(CLOSE_CODES.app.KICKED); ws.close(@4002);",
      ),
      "CLOSE_CODES.app.BANNED",
    ),
    fixed(inBrowser("const CLOSE_CODE_KICKED = 4001; ws.close(@4001);"), "CLOSE_CODE_KICKED"),
    fixed(
      inBrowser(
        "class Closing { static NORMAL = 1000; static GOING_AWAY = 1001; } ws.close(@1000);",
      ),
      "Closing.NORMAL",
    ),
    {
      ...fixed(
        inBrowser(
          "class Closing { private static readonly GOING_AWAY = 1001; stop = (e: CloseEvent) => e.code === @1001; }",
        ),
        "Closing.GOING_AWAY",
      ),
      ...inTypeScript,
    },
    {
      ...imported(
        inBrowser("class Closing { private static readonly NORMAL = 1000; } ws.close(@1000);"),
        "CloseCode.NormalClosure",
        `${IMPORT}\n${inBrowser("class Closing { private static readonly NORMAL = 1000; } ws.close(CloseCode.NormalClosure);")}`,
      ),
      ...inTypeScript,
    },
    {
      ...fixed(
        inBrowser("enum CloseCodes { Kicked = 4001, Banned } ws.close(@4002);"),
        "CloseCodes.Banned",
      ),
      ...inTypeScript,
    },
    {
      ...fixed(
        `export enum CloseCodes { Kicked = 4001 }\n${inBrowser("ws.close(@4001);")}`,
        "CloseCodes.Kicked",
      ),
      ...inTypeScript,
    },
    fixed(
      onServer("const CLOSE_CODES = { KICKED: 4001 };\nws.close(@4001);"),
      "CLOSE_CODES.KICKED",
    ),
    // A constant of a known library.
    fixed(
      `import { CloseCode } from "graphql-ws";\n${inBrowser("ws.close(@4401);")}`,
      "CloseCode.Unauthorized",
    ),
    fixed(
      `import { CloseCode as Code } from "ws-close-codes";\n${inBrowser("ws.close(@1000);")}`,
      "Code.NormalClosure",
    ),
    fixed(
      `const { CloseCode } = require("ws-close-codes");\n${inBrowser("ws.close(@1000);")}`,
      "CloseCode.NormalClosure",
    ),
    // Two meanings of a private code: which of them is meant is not ours to say.
    chosen(
      inBrowser(
        "const CLOSE_CODES = { KICKED: 4001 }; const WS_CLOSE_CODES = { BANNED: 4001 }; ws.close(@4001);",
      ),
      ["CLOSE_CODES.KICKED", "WS_CLOSE_CODES.BANNED"],
    ),
    // Of two names the registered one.
    fixed(
      inBrowser("const CLOSE_CODES = { DONE: 1000, NORMAL_CLOSURE: 1000 }; ws.close(@1000);"),
      "CLOSE_CODES.NORMAL_CLOSURE",
    ),
    // The code of an event, a field of instances and a key are no names of the code.
    imported(
      inBrowser("const lost = { code: 1006, reason: '' }; ws.onclose = (e) => e.code === @1006;"),
      "CloseCode.AbnormalClosure",
      `${IMPORT}\n${inBrowser("const lost = { code: 1006, reason: '' }; ws.onclose = (e) => e.code === CloseCode.AbnormalClosure;")}`,
    ),
    imported(
      inBrowser(
        "class Closing { normal = 1000; static GOING_AWAY = 1001; static POLICY_VIOLATION = 1008; } ws.close(@1000);",
      ),
      "CloseCode.NormalClosure",
      `${IMPORT}\n${inBrowser("class Closing { normal = 1000; static GOING_AWAY = 1001; static POLICY_VIOLATION = 1008; } ws.close(CloseCode.NormalClosure);")}`,
    ),
    imported(
      inBrowser('const CLOSE_CODES = { 1000: "NORMAL", 1001: "GOING_AWAY" }; ws.close(@1000);'),
      "CloseCode.NormalClosure",
      `${IMPORT}\n${inBrowser('const CLOSE_CODES = { 1000: "NORMAL", 1001: "GOING_AWAY" }; ws.close(CloseCode.NormalClosure);')}`,
    ),
    // A name that belongs to another code is not used.
    imported(
      inBrowser(
        "const CLOSE_CODES = { UNSUPPORTED_DATA: 1007, OK: 1000 }; ws.onclose = (e) => e.code === @1007;",
      ),
      "CloseCode.InvalidFramePayloadData",
      `${IMPORT}\n${inBrowser("const CLOSE_CODES = { UNSUPPORTED_DATA: 1007, OK: 1000 }; ws.onclose = (e) => e.code === CloseCode.InvalidFramePayloadData;")}`,
    ),
    // Not in scope: shadowed, declared later, declared in another function.
    imported(
      inBrowser(
        "const CLOSE_CODES = { OK: 1000 }; function stop(CLOSE_CODES) { ws.close(@1000); }",
      ),
      "CloseCode.NormalClosure",
      `${IMPORT}\n${inBrowser("const CLOSE_CODES = { OK: 1000 }; function stop(CLOSE_CODES) { ws.close(CloseCode.NormalClosure); }")}`,
    ),
    imported(
      inBrowser("ws.close(@1000); const CLOSE_CODES = { OK: 1000 };"),
      "CloseCode.NormalClosure",
      `${IMPORT}\n${inBrowser("ws.close(CloseCode.NormalClosure); const CLOSE_CODES = { OK: 1000 };")}`,
    ),
    imported(
      inBrowser("function codes() { const CLOSE_CODES = { OK: 1000 }; } ws.close(@1000);"),
      "CloseCode.NormalClosure",
      `${IMPORT}\n${inBrowser("function codes() { const CLOSE_CODES = { OK: 1000 }; } ws.close(CloseCode.NormalClosure);")}`,
    ),
  ],
});

test("prefer-named-close-code: imports", preferNamedCloseCode, {
  valid: [
    // A page's script imports nothing.
    {
      code: `"use strict";\n${inBrowser("ws.close(1000);")}`,
      languageOptions: { sourceType: "script" },
      ways: ["espree", "typescript"],
    },
    {
      // Nothing is offered that package.json does not list.
      code: inBrowser("ws.close(1000);"),
      filename: "/nowhere/at/all.js",
      ways: ["espree"],
    },
  ],
  invalid: [
    imported(
      inBrowser("ws.close(@1000);"),
      "CloseCode.NormalClosure",
      `${IMPORT}\n${inBrowser("ws.close(CloseCode.NormalClosure);")}`,
    ),
    imported(
      `import { a } from "a";\nimport b from 'b'\n${inBrowser("ws.close(@1000);")}`,
      "CloseCode.NormalClosure",
      `import { a } from "a";\nimport b from 'b'\nimport { CloseCode } from 'ws-close-codes'\n${inBrowser("ws.close(CloseCode.NormalClosure);")}`,
    ),
    imported(
      `import "a"; // for its effects\n${inBrowser("ws.close(@1000);")}`,
      "CloseCode.NormalClosure",
      `import "a"; // for its effects\n${IMPORT}\n${inBrowser("ws.close(CloseCode.NormalClosure);")}`,
    ),
    imported(
      `import "a";\r\nnew WebSocket("wss://example.com").close(@1000);`,
      "CloseCode.NormalClosure",
      `import "a";\r\n${IMPORT}\r\nnew WebSocket("wss://example.com").close(CloseCode.NormalClosure);`,
    ),
    imported(
      `import { describe } from "ws-close-codes";\n${inBrowser("ws.close(@1000);")}`,
      "CloseCode.NormalClosure",
      `import { describe, CloseCode } from "ws-close-codes";\n${inBrowser("ws.close(CloseCode.NormalClosure);")}`,
    ),
    imported(
      `import {\n  describe,\n} from "ws-close-codes";\n${inBrowser("ws.close(@1000);")}`,
      "CloseCode.NormalClosure",
      `import {\n  describe, CloseCode,\n} from "ws-close-codes";\n${inBrowser("ws.close(CloseCode.NormalClosure);")}`,
    ),
    imported(
      `import codes from "ws-close-codes";\n${inBrowser("ws.close(@1000);")}`,
      "CloseCode.NormalClosure",
      `import codes, { CloseCode } from "ws-close-codes";\n${inBrowser("ws.close(CloseCode.NormalClosure);")}`,
    ),
    imported(
      `import { default as codes } from "ws-close-codes";\n${inBrowser("ws.close(@1000);")}`,
      "CloseCode.NormalClosure",
      `import { default as codes, CloseCode } from "ws-close-codes";\n${inBrowser("ws.close(CloseCode.NormalClosure);")}`,
    ),
    imported(
      `import * as codes from "ws-close-codes";\n${inBrowser("ws.close(@1000);")}`,
      "CloseCode.NormalClosure",
      `import * as codes from "ws-close-codes";\n${IMPORT}\n${inBrowser("ws.close(CloseCode.NormalClosure);")}`,
    ),
    // The name is taken.
    imported(
      `import { CloseCode } from "graphql-ws";\n${inBrowser("ws.close(@1000);")}`,
      "WebSocketCloseCode.NormalClosure",
      `import { CloseCode } from "graphql-ws";\nimport { CloseCode as WebSocketCloseCode } from "ws-close-codes";\n${inBrowser("ws.close(WebSocketCloseCode.NormalClosure);")}`,
    ),
    // Directives, shebangs and comments stay first.
    imported(
      `#!/usr/bin/env node\n// eslint-disable no-console\n"use client";\n\n/** The socket. */\n${inBrowser("ws.close(@1000);")}`,
      "CloseCode.NormalClosure",
      `#!/usr/bin/env node\n// eslint-disable no-console\n"use client";\n\n${IMPORT}\n/** The socket. */\n${inBrowser("ws.close(CloseCode.NormalClosure);")}`,
    ),
    imported(
      `// Copyright\n\n${inBrowser("ws.close(@1000);")}`,
      "CloseCode.NormalClosure",
      `// Copyright\n\n${IMPORT}\n${inBrowser("ws.close(CloseCode.NormalClosure);")}`,
    ),
    // Types only.
    {
      ...imported(
        `import type { CloseCode } from "ws-close-codes";\n${inBrowser("ws.close(@1000);")}`,
        "CloseCode.NormalClosure",
        `${IMPORT}\n${inBrowser("ws.close(CloseCode.NormalClosure);")}`,
      ),
      ...inTypeScript,
    },
    {
      ...imported(
        `import type { CloseCode, Profile } from "ws-close-codes";\n${inBrowser("ws.close(@1000);")}`,
        "CloseCode.NormalClosure",
        `import { CloseCode, type Profile } from "ws-close-codes";\n${inBrowser("ws.close(CloseCode.NormalClosure);")}`,
      ),
      ...inTypeScript,
    },
    {
      ...imported(
        `import { describe, type CloseCode } from "ws-close-codes";\n${inBrowser("ws.close(@1000);")}`,
        "CloseCode.NormalClosure",
        `import { describe, CloseCode } from "ws-close-codes";\n${inBrowser("ws.close(CloseCode.NormalClosure);")}`,
      ),
      ...inTypeScript,
    },
    {
      ...imported(
        `import type { Profile } from "ws-close-codes";\n${inBrowser("ws.close(@1000);")}`,
        "CloseCode.NormalClosure",
        `import type { Profile } from "ws-close-codes";\n${IMPORT}\n${inBrowser("ws.close(CloseCode.NormalClosure);")}`,
      ),
      ...inTypeScript,
    },
    {
      ...imported(
        `import WebSocket = require("ws");\nnew WebSocket("ws://localhost").close(@1001);`,
        "CloseCode.GoingAway",
        `${IMPORT}\nimport WebSocket = require("ws");\nnew WebSocket("ws://localhost").close(CloseCode.GoingAway);`,
      ),
      ways: ["typescript"],
    },
    // A script that may be CommonJS, too.
    ...[
      `if (typeof module !== "undefined") module.exports = stop;\n${inBrowser("ws.close(@1000);")}`,
    ].map((text) => ({
      ...imported(
        text,
        "CloseCode.NormalClosure",
        `const { CloseCode } = require("ws-close-codes");\n${text.replace("@1000", "CloseCode.NormalClosure")}`,
      ),
      languageOptions: { sourceType: "script" } as const,
      ...inJavaScript,
    })),
    // CommonJS.
    ...[
      {
        ...imported(
          `"use strict";\n${inBrowser("ws.close(@1000);")}`,
          "CloseCode.NormalClosure",
          `"use strict";\nconst { CloseCode } = require("ws-close-codes");\n${inBrowser("ws.close(CloseCode.NormalClosure);")}`,
        ),
        languageOptions: { sourceType: "commonjs" } as const,
      },
      imported(
        `const WebSocket = require('ws')\nnew WebSocket('ws://localhost').close(@1001)`,
        "CloseCode.GoingAway",
        `const WebSocket = require('ws')\nconst { CloseCode } = require('ws-close-codes')\nnew WebSocket('ws://localhost').close(CloseCode.GoingAway)`,
      ),
      imported(
        `const { describe } = require("ws-close-codes");\n${inBrowser("ws.close(@1000);")}`,
        "CloseCode.NormalClosure",
        `const { describe, CloseCode } = require("ws-close-codes");\n${inBrowser("ws.close(CloseCode.NormalClosure);")}`,
      ),
      imported(
        `const { describe, ...rest } = require("ws-close-codes");\n${inBrowser("ws.close(@1000);")}`,
        "CloseCode.NormalClosure",
        `const { describe, ...rest } = require("ws-close-codes");\nconst { CloseCode } = require("ws-close-codes");\n${inBrowser("ws.close(CloseCode.NormalClosure);")}`,
      ),
    ].map((one) => ({ ...one, ...inJavaScript })),
  ],
});

const throughTypes = `import { WsCode } from "./codes.js";\n${inBrowser("ws.close(@4001);")}`;

test("prefer-named-close-code: constants that the checker knows", preferNamedCloseCode, {
  valid: [{ code: throughTypes.replace("@", ""), ways: ["espree", "typescript"] }],
  invalid: [
    { ...fixed(throughTypes, "WsCode.Kicked"), ways: ["typed"] },
    {
      ...fixed(
        `import { closing as close } from "./codes.js";\n${inBrowser("ws.close(@4002);")}`,
        "close.banned",
      ),
      ways: ["typed"],
    },
  ],
});

const protocol = { module: "#protocol", name: "Codes" };

test("prefer-named-close-code: options", preferNamedCloseCode, {
  valid: [
    {
      code: inBrowser("ws.close(4001);"),
      options: [
        { constants: [{ module: "@acme/unlisted", name: "Codes", members: { KICKED: 4001 } }] },
      ],
    },
    {
      code: inBrowser("ws.close(4001);"),
      options: [
        { constants: [{ module: "./codes.js", name: "Codes", members: { KICKED: 4001 } }] },
      ],
    },
    ...["default", "close-codes"].map((name) => ({
      code: inBrowser("ws.close(4001);"),
      options: [{ constants: [{ ...protocol, name, members: { KICKED: 4001 } }] }],
    })),
    { code: inBrowser("ws.close(4001);"), options: [{ constants: [protocol] }] },
    { code: inBrowser("ws.close(4001);"), options: [{}] },
  ],
  invalid: [
    {
      ...imported(
        inBrowser("ws.close(@4001);"),
        "Codes.KICKED",
        `import { Codes } from "#protocol";\n${inBrowser("ws.close(Codes.KICKED);")}`,
        "#protocol",
      ),
      options: [{ constants: [{ ...protocol, members: { KICKED: 4001 } }] }],
    },
    {
      ...imported(
        inBrowser("ws.close(@3001);"),
        "Codes.KICKED",
        `import { Codes } from "#protocol";\n${inBrowser("ws.close(Codes.KICKED);")}`,
        "#protocol",
      ),
      options: [{ constants: [{ ...protocol, members: { KICKED: 3001 } }] }],
    },
    {
      ...fixed(
        `import { Codes } from "#protocol";\n${inBrowser("ws.close(@4001);")}`,
        "Codes.KICKED",
      ),
      options: [{ constants: [{ ...protocol, members: { KICKED: 4001 } }] }],
    },
    {
      ...fixed(
        `import { Codes } from "./codes.js";\n${inBrowser("ws.close(@1000);")}`,
        "Codes.NormalClosure",
      ),
      ways: ["espree", "typescript"],
      options: [{ constants: [{ module: "./codes.js", name: "Codes" }] }],
    },
    (() => {
      // The user's own constants first, ours behind them.
      const { code, at } = marked(inBrowser("ws.close(@1000);"));
      return {
        code,
        options: [{ constants: [protocol] }],
        errors: [
          {
            messageId: "prefer-named",
            data: { name: "Codes.NormalClosure", code: "1000" },
            ...at,
            suggestions: [
              {
                messageId: "import-name",
                data: { name: "Codes.NormalClosure", code: "1000", module: "#protocol" },
                output: `import { Codes } from "#protocol";\n${inBrowser("ws.close(Codes.NormalClosure);")}`,
              },
              {
                messageId: "import-name",
                data: { name: "CloseCode.NormalClosure", code: "1000", module: "ws-close-codes" },
                output: `${IMPORT}\n${inBrowser("ws.close(CloseCode.NormalClosure);")}`,
              },
            ],
          },
        ],
      };
    })(),
  ],
});
