import type { Library, Shape } from "../library.ts";

const child = { method: { returns: "ChildProcess" } } as const satisfies Shape;
/** The module itself, and cross-spawn, which is a function. */
const whole = {
  anyOf: [child, { members: { spawn: child, fork: child, exec: child, execFile: child } }],
} as const satisfies Shape;

/** `close` and `exit` of a child process come with `(code, signal)`. */
export const childProcess = {
  name: "look-alikes/child-process",
  title: "node:child_process",
  lookAlike: true,
  modules: ["node:child_process", "child_process", "cross-spawn", "execa"],
  exports: {
    default: whole,
    "module.exports": whole,
    spawn: child,
    fork: child,
    exec: child,
    execFile: child,
    execa: child,
    execaNode: child,
    ChildProcess: { new: "ChildProcess" },
    ChildProcessWithoutNullStreams: { new: "ChildProcess" },
  },
  types: {
    ChildProcess: {
      declared: [
        { from: "package", package: "@types/node", name: "ChildProcess" },
        { from: "package", package: "@types/node", name: "ChildProcessWithoutNullStreams" },
        { from: "package", package: "@types/node", name: "ChildProcessByStdio" },
      ],
    },
  },
} as const satisfies Library;
