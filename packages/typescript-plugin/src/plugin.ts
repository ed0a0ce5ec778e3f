import type ts from "typescript";
import { Analysis } from "./analysis.ts";
import { decorate, type Features } from "./decorate.ts";
import { hover } from "./hover.ts";
import { textsIn, userLocale } from "./locale.ts";
import { readOptions } from "./options.ts";

/** Set to 1, it switches the plugin off where tsconfig.json cannot be touched. */
const KILL_SWITCH = "WS_CLOSE_CODES_DISABLE";

/**
 * The key of a language service that has the plugin already; it takes new options. tsserver creates
 * its plugins again whenever it reads tsconfig.json again, around those that are there.
 */
const MARK = "__wsCloseCodes__";

type Configure = (entry: object) => void;

/** The plugin of one project, as tsserver wants it. */
export function plugin(typescript: typeof ts): ts.server.PluginModule {
  let changed: Configure = () => {};
  return {
    create(info) {
      const { languageService, config, project } = info;
      if (process.env[KILL_SWITCH] === "1") return languageService;

      const log = (problem: string): void =>
        project.projectService.logger.info(`[${config.name}] ${problem}`);
      // An editor's configuration comes in the place of tsconfig's, not on top of it.
      const entry = { ...tsconfigEntry(info), ...config };
      const registered = (languageService as { [MARK]?: Configure })[MARK];
      if (registered) {
        if (!config.global) registered(entry);
        changed = (change) => registered({ ...entry, ...change });
        return languageService;
      }

      let features: Features | undefined;
      let current: object = entry;
      const configure: Configure = (next) => {
        current = next;
        features = undefined;
      };
      changed = (change) => configure({ ...entry, ...change });
      const decorated = decorate(
        languageService,
        () => (features ??= featuresOf(typescript, languageService, current, log)),
        log,
      );
      return Object.assign(decorated, { [MARK]: configure });
    },
    onConfigurationChanged: (config) => changed(config),
  };
}

/** What the plugin adds to TypeScript's answers. */
function featuresOf(
  typescript: typeof ts,
  service: ts.LanguageService,
  entry: object,
  log: (problem: string) => void,
): Features {
  const options = readOptions(entry, log);
  const texts = textsIn(options.locale ?? userLocale(typescript, process.argv, process.env));
  const analysis = new Analysis(typescript, service, options);
  return {
    getQuickInfoAtPosition: (prior, fileName, position) =>
      hover(analysis, texts, prior, fileName, position),
  };
}

function tsconfigEntry({ config, project }: ts.server.PluginCreateInfo): object | undefined {
  const { plugins } = project.getCompilerOptions() as { plugins?: readonly { name: string }[] };
  return plugins?.find(({ name }) => name === config.name);
}
