import type { Library } from "../library.ts";

/** Errors whose `code` is their own: a name, or a number of another registry. */
export const errors = {
  name: "look-alikes/errors",
  title: "DOMException, NodeJS.ErrnoException and others",
  lookAlike: true,
  globals: {
    DOMException: { new: "CodedError" },
    GeolocationPositionError: { new: "CodedError" },
    MediaError: { new: "CodedError" },
    NodeJS: { members: { ErrnoException: { new: "CodedError" } } },
  },
  types: {
    CodedError: {
      declared: [
        { from: "lib", name: "DOMException" },
        { from: "lib", name: "GeolocationPositionError" },
        { from: "lib", name: "MediaError" },
        { from: "package", package: "@types/node", name: "ErrnoException" },
        { from: "package", package: "@grpc/grpc-js", name: "ServiceError" },
        { from: "package", package: "@grpc/grpc-js", name: "StatusObject" },
      ],
      members: { code: "Value" },
    },
    /** A value that is no close code. */
    Value: {},
  },
} as const satisfies Library;
