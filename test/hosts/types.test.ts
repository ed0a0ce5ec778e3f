/** Users' configurations in TypeScript, against the packed declarations. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FreshProject } from "./fresh-project.ts";

const config = `import { defineConfig } from "eslint/config";
import plugin, {
  type CloseCodeSettings,
  type NoInvalidCloseReasonOptions,
  type NoLibraryRangeCloseCodeOptions,
  type PreferNamedCloseCodeOptions,
} from "eslint-plugin-ws-close-codes";

const settings: CloseCodeSettings = {
  runtime: "browser",
  typeInformation: "off",
  sockets: [
    {
      name: "house-socket",
      modules: ["@acme/house-socket"],
      exports: { HouseSocket: { new: "Socket" } },
      types: {
        Socket: {
          profile: "endpoint",
          methods: { hangUp: { send: { code: 0, reason: 1 } } },
          on: { gone: ["code", "reason"] },
        },
      },
    },
  ],
};
const named: PreferNamedCloseCodeOptions = { constants: [{ module: "./codes.js", name: "Codes" }] };
const reason: NoInvalidCloseReasonOptions = { checkUnbounded: true };
const range: NoLibraryRangeCloseCodeOptions = { allow: [3999], allowRegistered: true };

export default defineConfig([
  {
    files: ["**/*.ts"],
    plugins: { "ws-close-codes": plugin },
    extends: ["ws-close-codes/recommended"],
    settings: { "ws-close-codes": settings },
    rules: {
      "ws-close-codes/prefer-named-close-code": ["error", named],
      "ws-close-codes/no-invalid-close-reason": ["error", reason],
      "ws-close-codes/no-library-range-close-code": ["error", range],
    },
  },
  plugin.configs.strict,
  { extends: [plugin.configs.recommended, plugin.configs.library] },
]);

// @ts-expect-error There is no such runtime.
export const wrong: CloseCodeSettings = { runtime: "netscape" };
// @ts-expect-error There is no such config.
export const none = plugin.configs.none;
`;

const facts = `import { CloseCode, describe, judgeSent, type Profile } from "ws-close-codes";
import { zhCN } from "ws-close-codes/zh-CN";

const profile: Profile = "browser";
export const code: 1001 = CloseCode.GoingAway;
export const verdict = judgeSent(code, { profiles: [profile] });
export const name: string | undefined = describe(code, zhCN)?.name;
`;

describe.each(["9", "10"])("the types of ESLint %s", (version) => {
  let project: FreshProject;

  beforeAll(async () => {
    project = await FreshProject.create(
      `eslint@${version}`,
      ...["5.4", "5.9", "6.0"].map(
        (typescript) => `typescript-${typescript}@npm:typescript@~${typescript}.0`,
      ),
    );
    await project.write({ "eslint.config.ts": config, "facts.ts": facts });
  });

  afterAll(() => project.remove());

  it.each([
    ["5.4", "nodenext"],
    ["5.4", "bundler"],
    ["5.9", "nodenext"],
    ["5.9", "bundler"],
    ["6.0", "nodenext"],
    ["6.0", "bundler"],
  ])("fit a configuration, by TypeScript %s and %s", async (typescript, resolution) => {
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
      target: "es2022",
      lib: ["es2022"],
      types: [],
      module: resolution === "bundler" ? "esnext" : resolution,
      moduleResolution: resolution,
    };
    const tsconfig = { compilerOptions, files: ["eslint.config.ts", "facts.ts"] };
    await project.write({ "tsconfig.json": JSON.stringify(tsconfig) });
    const { stdout } = await project.node(`typescript-${typescript}/bin/tsc`, [
      "--pretty",
      "false",
    ]);
    const ours = stdout
      .split("\n")
      .filter((line) => line.includes(": error TS"))
      // What is wrong in others' declarations is theirs.
      .filter((line) => !line.startsWith("node_modules") || line.includes("ws-close-codes"));
    expect(ours).toEqual([]);
  });
});
