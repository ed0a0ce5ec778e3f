import type { Library, Shape } from "../library.ts";

const named = {
  Worker: { new: "Worker" },
  MessagePort: { new: "MessagePort" },
  MessageChannel: { new: "MessageChannel" },
  parentPort: "MessagePort",
  fork: { method: { returns: "Worker" } },
} as const satisfies Record<string, Shape>;

/** Exit codes: `process.on("exit", code => ...)`, a worker's and a cluster worker's `exit`. */
export const process = {
  name: "look-alikes/process",
  title: "process, node:worker_threads, node:cluster",
  lookAlike: true,
  modules: [
    "node:process",
    "process",
    "node:worker_threads",
    "worker_threads",
    "node:cluster",
    "cluster",
  ],
  exports: {
    ...named,
    default: { anyOf: ["Process", { members: named }] },
    "module.exports": { anyOf: ["Process", { members: named }] },
  },
  globals: { process: "Process" },
  types: {
    /** `process`, and `cluster` with its workers. */
    Process: {
      declared: [
        { from: "package", package: "@types/node", name: "Process" },
        { from: "package", package: "@types/node", name: "Cluster" },
      ],
      methods: { fork: { returns: "Worker" } },
      members: { Worker: { new: "Worker" } },
    },
    Worker: { declared: [{ from: "package", package: "@types/node", name: "Worker" }] },
    MessagePort: {
      declared: [
        { from: "package", package: "@types/node", name: "MessagePort" },
        { from: "lib", name: "MessagePort" },
      ],
    },
    MessageChannel: { members: { port1: "MessagePort", port2: "MessagePort" } },
  },
} as const satisfies Library;
