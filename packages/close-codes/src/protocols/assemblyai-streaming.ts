import type { Protocol } from "./protocol.ts";

/** @see assemblyai 4.41.5, src/utils/errors/streaming.ts */
export const assemblyaiStreaming: Protocol = {
  id: "assemblyai-streaming",
  name: "AssemblyAI streaming (v3)",
  packages: ["assemblyai"],
  url: "https://github.com/AssemblyAI/assemblyai-node-sdk",
  codes: [
    { code: 3005, name: "ServerError", meaning: "The server failed." },
    { code: 3006, name: "InputValidationError", meaning: "The input is invalid." },
    {
      code: 3007,
      name: "AudioChunkDurationViolation",
      meaning: "A chunk of audio is too short or too long.",
    },
    {
      code: 3008,
      name: "MaxSessionDurationExceeded",
      meaning:
        "The session has lasted as long as it may. The registry gives 3008 another meaning, Timeout.",
    },
    { code: 3009, name: "ConcurrencyLimitExceeded", meaning: "Too many sessions run at once." },
  ],
};
