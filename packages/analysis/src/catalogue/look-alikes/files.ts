import type { Library, Shape } from "../library.ts";

const stream = { method: { returns: "Stream" } } as const satisfies Shape;

/** File descriptors, file handles, streams, zlib and readline. */
export const files = {
  name: "look-alikes/files",
  title: "node:fs, node:stream, node:zlib, node:readline",
  lookAlike: true,
  modules: [
    "node:fs",
    "fs",
    "node:fs/promises",
    "fs/promises",
    "fs-extra",
    "node:stream",
    "stream",
    "node:zlib",
    "zlib",
    "node:readline",
    "readline",
    "node:readline/promises",
  ],
  exports: {
    close: { method: {} },
    closeSync: { method: {} },
    open: { method: { returns: { promise: "Stream" } } },
    promises: { members: { open: { method: { returns: { promise: "Stream" } } } } },
    createReadStream: stream,
    createWriteStream: stream,
    watch: stream,
    createInterface: stream,
    createGzip: stream,
    createGunzip: stream,
    createDeflate: stream,
    createInflate: stream,
    createBrotliCompress: stream,
    createBrotliDecompress: stream,
  },
  types: {
    /** All that has a `close` and tells no code with it. */
    Stream: {
      declared: [
        { from: "package", package: "@types/node", name: "FileHandle" },
        { from: "package", package: "@types/node", name: "ReadStream" },
        { from: "package", package: "@types/node", name: "WriteStream" },
        { from: "package", package: "@types/node", name: "FSWatcher" },
        { from: "package", package: "@types/node", name: "Interface" },
        { from: "package", package: "@types/node", name: "Gzip" },
        { from: "package", package: "@types/node", name: "Gunzip" },
      ],
    },
  },
} as const satisfies Library;
