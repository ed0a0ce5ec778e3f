export { apiTypes, type ApiEnums, type ApiProject } from "./api-types.ts";
export { checkerTypes, type Program } from "./checker-types.ts";
export { importedModules, importsOf, packageModules } from "./imports.ts";
export { programSyntax, typescriptSyntax } from "./syntax.ts";
export type { TypeScript } from "./views.ts";
