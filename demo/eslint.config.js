import tseslint from "typescript-eslint";
import { defineConfig } from "eslint/config";
import wsCloseCodes from "eslint-plugin-ws-close-codes";

export default defineConfig([
  { files: ["**/*.ts"], languageOptions: { parser: tseslint.parser } },
  wsCloseCodes.configs.recommended,
]);
