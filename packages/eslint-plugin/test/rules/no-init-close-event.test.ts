import { noInitCloseEvent } from "../../src/rules/no-init-close-event.ts";
import { test, type Invalid } from "../rule-tester.ts";

function init(code: string, output?: string): Invalid {
  const start = code.indexOf("initCloseEvent");
  const lines = code.slice(0, start).split("\n");
  const column = (lines.at(-1) ?? "").length + 1;
  return {
    code,
    errors: [
      {
        messageId: "init-close-event",
        data: {},
        line: lines.length,
        column,
        endLine: lines.length,
        endColumn: column + "initCloseEvent".length,
        suggestions:
          output === undefined ? [] : [{ messageId: "construct-close-event", data: {}, output }],
      },
    ],
  };
}

const created = `const event = document.createEvent("CloseEvent");`;
const filled = `event.initCloseEvent("close", false, true, false, 1006, "lost");`;
const constructed = `const event = new CloseEvent("close", { bubbles: false, cancelable: true, wasClean: false, code: 1006, reason: "lost" });`;

test("no-init-close-event", noInitCloseEvent, {
  valid: [
    constructed,
    `${created} event.initEvent("close");`,
    "initCloseEvent();",
    "if (event.initCloseEvent) log(event.initCloseEvent);",
    "new event.initCloseEvent();",
    // It is known that it may be absent.
    `${created} if (event.initCloseEvent) { ${filled} }`,
    `${created} if ("initCloseEvent" in event) ${filled}`,
    `${created} typeof event.initCloseEvent === "function" && ${filled}`,
    `${created} event.initCloseEvent ? ${filled.slice(0, -1)} : 0;`,
    `${created} event.initCloseEvent?.("close", false, true, false, 1006, "lost");`,
    // Somebody's own.
    "class Fake { initCloseEvent() {} open() { this.initCloseEvent(); } }",
    `import { FakeEvent } from "./fake.js"; const event = new FakeEvent(); ${filled}`,
    `class Fake extends Base {} new Fake().initCloseEvent("close");`,
    `import { CloseEvent } from "./fake.js"; export const lose = (event) => { ${filled} };`,
    `import fakes, {\n  A,\n  CloseEvent\n} from "./fake.js"\n${created}\n${filled}`,
    `const { CloseEvent } = require("./fake.js"); ${created} ${filled}`,
    `class CloseEvent extends Event {} ${created} ${filled}`,
    `const CloseEvent = globalThis.CloseEvent ?? Fake; ${created} ${filled}`,
  ].map((code) => ({ code })),
  invalid: [
    // What adds to the DOM's is none of the file's own.
    {
      ...init("interface CloseEvent { own: 1 } declare const e: CloseEvent; e.initCloseEvent();"),
      ways: ["typescript"] as const,
    },
    // A constructor of the runtime's.
    init(`const event = new CloseEvent("close"); ${filled}`),
    init(
      `import { Fake } from "./fake.js"\nexport const isClose = (e) => e instanceof CloseEvent; function lose(event) { ${filled} }`,
    ),
    // Nothing else in the file is about closing.
    init("export const fill = (event, status) => event.initCloseEvent(type, 0, 0, 0, status);"),
    init(
      `${created}\n${filled}\ntarget.dispatchEvent(event);`,
      `${constructed}\ntarget.dispatchEvent(event);`,
    ),
    init(
      `${created} ${filled} target.dispatchEvent(event);`,
      `${constructed}  target.dispatchEvent(event);`,
    ),
    init(
      `function lose() {\n  ${created}\n  ${filled}\n}`,
      `function lose() {\n  ${constructed}\n}`,
    ),
    // What else stands on its line stays, and so does what has no semicolon before it.
    init(`${created}\n${filled.slice(0, -1)}\nlog();`, `${constructed}\nlog();`),
    init(`${created}\n${filled} // lost`, `${constructed}\n // lost`),
    init(`${created}\n${filled.slice(0, -1)} // lost\nlog();`, `${constructed}\n // lost\nlog();`),
    init(`log();\n${created} ${filled}\nlog();`, `log();\n${constructed} \nlog();`),
    init(`${created}\n${filled}  \nlog();`, `${constructed}  \nlog();`),
    init(`${created}\n${filled}`, constructed),
    init(`${created}\n${filled}\nlog?.();`, `${constructed}\nlog?.();`),
    init(`log();\n${created} ${filled} log();\n`, `log();\n${constructed}  log();\n`),
    // Where it was made cannot be seen, or is another place.
    init(`function lose(event) { ${filled} }`),
    init(`${created} function lose() { ${filled} }`),
    init(`let event; event = document.createEvent("CloseEvent"); ${filled}`),
    init(`const event = createEvent("CloseEvent"); ${filled}`),
    init(`const event = given; ${filled}`),
    init(`const event = document.getEvent("CloseEvent"); ${filled}`),
    init(`const [event] = document.createEvent("CloseEvent"); ${filled}`),
    init(
      `document.createEvent("CloseEvent").initCloseEvent("close", false, true, false, 1006, "");`,
    ),
    init(`${created} if (event) ${filled}`),
    init(
      `function lose(code) { ${created} event.initCloseEvent("close", false, true, false, code, "lost"); }`,
      `function lose(code) { ${constructed.replace("1006", "code")}  }`,
    ),
    init(`${created} log(); ${filled}`, `${constructed} log(); `),
    // Values that may not be there yet, or are not all there.
    init(`${created} log(); event.initCloseEvent("close", false, true, false, code, "");`),
    init(`${created} event.initCloseEvent("close", false, true, false, 1006, event.type);`),
    init(`${created} event.initCloseEvent("close", false, true, false);`),
    init(`${created} const made = event.initCloseEvent("close", false, true, false, 1006, "");`),
  ],
});
