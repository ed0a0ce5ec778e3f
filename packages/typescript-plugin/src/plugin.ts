import type ts from "typescript";
import { readOptions, textsForReader } from "ws-close-codes-editor";
import { Analysis } from "./analysis.ts";
import { codeFixes, refactorEdits, refactors, registerCodeFixes } from "./code-fixes.ts";
import { completionDetails, completions } from "./completions.ts";
import { decorate, type Features } from "./decorate.ts";
import { diagnostics } from "./diagnostics.ts";
import { hover } from "./hover.ts";
import { inlayHints } from "./inlay-hints.ts";
import { answerInlayHintsRequest } from "./inlay-hints-request.ts";
import { editorLocales } from "./locale.ts";

/** Set to 1, it switches the plugin off where tsconfig.json cannot be touched. */
const KILL_SWITCH = "WS_CLOSE_CODES_DISABLE";

/**
 * The key of a language service that has the plugin already; it takes new options. tsserver creates
 * its plugins again whenever it reads tsconfig.json again, around those that are there.
 */
const MARK = "__wsCloseCodes__";

/** Keys that tsserver itself puts beside the options. */
const ownedByTypeScript = { name: undefined, global: undefined };

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
      const onTop =
        (configure: Configure): Configure =>
        (change) => {
          configure({ ...entry, ...change });
          project.refreshDiagnostics();
        };
      const registered = (languageService as { [MARK]?: Configure })[MARK];
      if (registered) {
        if (!config.global) registered(entry);
        changed = onTop(registered);
        return languageService;
      }

      registerCodeFixes(typescript);
      answerInlayHintsRequest(typescript, info);
      let features: Features | undefined;
      let current: object = entry;
      const configure: Configure = (next) => {
        current = next;
        features = undefined;
      };
      changed = onTop(configure);
      const decorated = decorate(
        languageService,
        () => (features ??= featuresOf(typescript, info, current, log)),
        log,
      );
      return Object.assign(decorated, { [MARK]: configure });
    },
    onConfigurationChanged: (config) => changed(config),
  };
}

/** What the plugin makes of TypeScript's answers. */
function featuresOf(
  typescript: typeof ts,
  { languageService, languageServiceHost }: ts.server.PluginCreateInfo,
  entry: object,
  log: (problem: string) => void,
): Features {
  const options = readOptions({ ...entry, ...ownedByTypeScript }, log);
  const locales = [options.locale, ...editorLocales(typescript, process.argv)];
  const texts = textsForReader(locales, process.env);
  const analysis = new Analysis(typescript, languageService, languageServiceHost, options, texts);
  return {
    getQuickInfoAtPosition: (prior, file, position) => hover(analysis, prior, file, position),
    getSemanticDiagnostics: (prior, file) =>
      diagnostics(analysis, prior, file, { suggestions: false }),
    getSuggestionDiagnostics: (prior, file) =>
      diagnostics(analysis, prior, file, { suggestions: true }),
    getCodeFixesAtPosition: (prior, file, start, end, errorCodes) =>
      codeFixes(analysis, prior, file, start, end, errorCodes),
    getApplicableRefactors: (prior, file, place) => refactors(analysis, prior, file, place),
    getEditsForRefactor: (prior, file, _format, place, refactor, action) =>
      refactorEdits(analysis, prior, file, place, refactor, action),
    getCompletionsAtPosition: (prior, file, position) =>
      completions(analysis, prior, file, position),
    getCompletionEntryDetails: (prior, file, position, entry) =>
      completionDetails(analysis, prior, file, position, entry),
    provideInlayHints: (prior, file, span) => inlayHints(analysis, prior, file, span),
  };
}

function tsconfigEntry({ config, project }: ts.server.PluginCreateInfo): object | undefined {
  const { plugins } = project.getCompilerOptions() as { plugins?: readonly { name: string }[] };
  return plugins?.find(({ name }) => name === config.name);
}
