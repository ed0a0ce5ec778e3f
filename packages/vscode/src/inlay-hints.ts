import {
  commands,
  EventEmitter,
  InlayHint,
  workspace,
  type InlayHintsProvider,
  type Range,
  type TextDocument,
} from "vscode";

/** The plugin's own request, in `inlay-hints-request.ts` there. */
const REQUEST = "_wsCloseCodes.inlayHints";

interface Answer {
  readonly body?: readonly { readonly text: string; readonly position: number }[];
}

/** How often tsserver is asked again that has not loaded the file, or the plugin, yet. */
const ATTEMPTS = 30;
const PAUSE = 1000;

/** TypeScript's own hints. */
const TYPESCRIPT_HINTS = [
  "parameterNames",
  "parameterTypes",
  "variableTypes",
  "propertyDeclarationTypes",
  "functionLikeReturnTypes",
  "enumMemberValues",
];

/**
 * Asks the plugin for hints where VS Code does not: it asks tsserver for hints only where one of
 * TypeScript's own is switched on, and then the plugin's are among them.
 */
export class TsserverInlayHints implements InlayHintsProvider {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeInlayHints = this.#changed.event;
  #attempts = ATTEMPTS;
  #refreshes = 0;
  #later: NodeJS.Timeout | undefined;

  /** Asks again, for the settings have changed. */
  refresh(): void {
    this.#attempts = ATTEMPTS;
    this.#refreshes++;
    this.#changed.fire();
  }

  /** VS Code itself asks again only when the text has changed. */
  #askLater(): void {
    if (this.#later || this.#attempts === 0) return;
    this.#attempts--;
    this.#later = setTimeout(() => {
      this.#later = undefined;
      this.#changed.fire();
    }, PAUSE);
  }

  async provideInlayHints(document: TextDocument, range: Range): Promise<InlayHint[]> {
    if (hasHintsOfTypeScript(document)) return [];
    const start = document.offsetAt(range.start);
    const length = document.offsetAt(range.end) - start;
    const refreshes = this.#refreshes;
    const hints = await ask({ file: document.uri, start, length });
    // VS Code listens from its first answer on, and misses a change on the way to it.
    if (hints && refreshes === this.#refreshes) this.#attempts = ATTEMPTS;
    else this.#askLater();
    return (hints ?? []).map(({ text, position }) => {
      const hint = new InlayHint(document.positionAt(position), text);
      hint.paddingLeft = true;
      return hint;
    });
  }
}

/** The plugin's hints; nothing where tsserver, or the plugin in it, is not ready. */
async function ask(request: object): Promise<Answer["body"]> {
  try {
    const command = "typescript.tsserverRequest";
    return (await commands.executeCommand<Answer | undefined>(command, REQUEST, request))?.body;
  } catch {
    return undefined;
  }
}

function hasHintsOfTypeScript(document: TextDocument): boolean {
  const language = document.languageId.startsWith("javascript") ? "javascript" : "typescript";
  return ["js/ts", language].some((section) => {
    const settings = workspace.getConfiguration(`${section}.inlayHints`, document);
    return TYPESCRIPT_HINTS.some((hint) => {
      const value = settings.get<boolean | string>(`${hint}.enabled`, false);
      return value !== false && value !== "none";
    });
  });
}
