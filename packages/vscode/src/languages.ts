/** The languages that TypeScript serves. */
export const LANGUAGES = ["javascript", "javascriptreact", "typescript", "typescriptreact"];
