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

  /** Asks again, for the settings have changed. */
  refresh(): void {
    this.#changed.fire();
  }

  async provideInlayHints(document: TextDocument, range: Range): Promise<InlayHint[]> {
    if (hasHintsOfTypeScript(document)) return [];
    const start = document.offsetAt(range.start);
    const length = document.offsetAt(range.end) - start;
    const answer = await commands.executeCommand<Answer | undefined>(
      "typescript.tsserverRequest",
      REQUEST,
      { file: document.uri, start, length },
    );
    return (answer?.body ?? []).map(({ text, position }) => {
      const hint = new InlayHint(document.positionAt(position), text);
      hint.paddingLeft = true;
      return hint;
    });
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
