import { defineConfig } from "vitest/config";
import root from "../../vitest.config.ts";

/** `npm run test:editors`: needs `apt-get install emacs-nox elpa-eglot neovim`. */
export default defineConfig({
  ...root,
  test: { ...root.test, include: ["test/editors/editors.ts"], fileParallelism: false },
});
