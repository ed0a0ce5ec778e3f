import { mergeConfig } from "vitest/config";
import shared from "../../../vitest.config.ts";

/** `npm run test:typescript7`: installs three versions of TypeScript 7 and asks each of every fixture. */
export default mergeConfig(
  { ...shared, test: { ...shared.test, include: [] } },
  { test: { include: ["test/language-server/typescript7/hovers.ts"] } },
);
