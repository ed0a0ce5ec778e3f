/**
 * The configurations that are measured: ours, what a user would write today, and popular plugins.
 */
import { readFileSync } from "node:fs";
import type { ESLint, Linter } from "eslint";

/** Configurations by the name that the page gives them. */
export type Configs = ReadonlyMap<string, readonly Linter.Config[]>;

/** Names of configurations that have a target. */
export const OWN = "ws-close-codes, recommended";
export const SELECTORS = "ten no-restricted-syntax selectors";

/** As many rules as ours that do nothing: what ESLint asks for them all the same. */
const IDLE = Array.from({ length: 8 }, (_, n) => `idle-${n}`);
const idle: Linter.Config = {
  plugins: {
    bench: { rules: Object.fromEntries(IDLE.map((name) => [name, { create: () => ({}) }])) },
  },
  rules: Object.fromEntries(IDLE.map((name) => [`bench/${name}`, "error"])),
};

/** Ours, and what does the same work today. */
export async function ownConfigs(): Promise<Configs> {
  const own = await plugin("../packages/eslint-plugin/dist/index.js");
  const selectors = JSON.parse(
    readFileSync(new URL("selectors.json", import.meta.url), "utf8"),
  ) as readonly string[];
  return new Map([
    [OWN, configOf(own, "recommended")],
    [SELECTORS, [{ rules: { "no-restricted-syntax": ["error", ...selectors] } }]],
    ["as many rules that do nothing", [idle]],
    ["no-magic-numbers", [{ rules: { "no-magic-numbers": "error" } }]],
  ]);
}

/** Popular plugins. */
export async function otherConfigs(): Promise<Configs> {
  const [regexp, n, unicorn] = await Promise.all(
    ["eslint-plugin-regexp", "eslint-plugin-n", "eslint-plugin-unicorn"].map(plugin),
  );
  return new Map([
    ["eslint-plugin-regexp, recommended", configOf(regexp, "flat/recommended")],
    ["eslint-plugin-n, recommended", configOf(n, "flat/recommended-module")],
    ["eslint-plugin-unicorn, recommended", configOf(unicorn, "recommended")],
  ]);
}

async function plugin(name: string): Promise<ESLint.Plugin> {
  const loaded = (await import(name)) as { default: ESLint.Plugin };
  return loaded.default;
}

function configOf(from: ESLint.Plugin | undefined, name: string): readonly Linter.Config[] {
  return [from?.configs?.[name] ?? []].flat() as readonly Linter.Config[];
}
