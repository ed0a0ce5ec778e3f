export { languages, textsFor } from "./texts/languages.ts";
