import {
  CodeActionKind,
  CompletionItemKind,
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  MarkupKind,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
  type CancellationToken,
  type ClientCapabilities,
  type CodeAction,
  type CompletionItem,
  type Connection,
  type Diagnostic as LspDiagnostic,
  type InitializeParams,
  type InlayHint as LspInlayHint,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  diagnosticsOf,
  hoverAt,
  inlayHintsIn,
  markdownOf,
  proposalsAt,
  readOptions,
  remediesAt,
  rules,
  SOURCE,
  textsForReader,
  type Action,
  type AnalysedFile,
  type Diagnostic,
} from "ws-close-codes-editor";
import type { Range, TextEdit } from "ws-close-codes-analysis";
import manifest from "../package.json" with { type: "json" };
import { Files } from "./files.ts";

/** The section of the editor's settings that is ours. */
const SECTION = "ws-close-codes";

/** Behind these a code may follow: `close(|`, `code === |`, `case |`, `[|`. */
const TRIGGERS = ["(", " ", "["];

const severities: Readonly<Record<Diagnostic["severity"], DiagnosticSeverity>> = {
  suggestion: DiagnosticSeverity.Hint,
  warning: DiagnosticSeverity.Warning,
  error: DiagnosticSeverity.Error,
};

/** Answers an editor until it goes. */
export function serve(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  const log = (message: string): void => connection.console.log(`${SECTION}: ${message}`);
  let capabilities: ClientCapabilities = {};
  let locale: string | undefined;
  let initial: object = {};
  let files: Files | undefined;

  // -------------------------------------------------------------------------------------------
  // Life

  connection.onInitialize((params: InitializeParams) => {
    ({ capabilities, locale } = params);
    const { everywhere, typescript, ...options } = asObject(params.initializationOptions);
    initial = options;
    const surroundings = {
      everywhere: everywhere === true,
      typescript: typeof typescript === "string" ? typescript : undefined,
    };
    files = new Files(...read(initial), surroundings, documents, log);
    return {
      serverInfo: { name: "ws-close-codes-language-server", version: manifest.version },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        hoverProvider: true,
        completionProvider: { triggerCharacters: TRIGGERS },
        inlayHintProvider: true,
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite],
        },
        ...(pulls() && {
          diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
        }),
      },
    };
  });

  connection.onInitialized(async () => {
    const { workspace } = capabilities;
    if (workspace?.didChangeConfiguration?.dynamicRegistration)
      await connection.client.register(DidChangeConfigurationNotification.type, {
        section: SECTION,
      });
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration)
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: "**/*.{js,jsx,cjs,mjs,ts,tsx,cts,mts,json}" }],
      });
    await configure(undefined);
  });

  connection.onShutdown(() => files?.close());

  // -------------------------------------------------------------------------------------------
  // Options

  function read(options: object) {
    const found = readOptions(options, log);
    return [found, textsForReader([found.locale, locale], process.env)] as const;
  }

  /** What the editor is configured with comes on top of what it started the server with. */
  async function configure(pushed: unknown): Promise<void> {
    const section: unknown = capabilities.workspace?.configuration
      ? await connection.workspace.getConfiguration(SECTION)
      : asObject(pushed)[SECTION];
    files?.configure(...read({ ...initial, ...given(asObject(section)) }));
    showAgain();
  }

  connection.onDidChangeConfiguration(({ settings }) => {
    configure(settings).catch((error: unknown) => {
      log(String(error));
    });
  });

  // -------------------------------------------------------------------------------------------
  // Texts

  documents.onDidChangeContent(({ document }) => {
    files?.changed([document.uri]);
    void push(document.uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    files?.changed([uri]);
    send(uri, []);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    files?.changed(changes.map(({ uri }) => uri));
    showAgain();
  });

  // -------------------------------------------------------------------------------------------
  // Questions

  /** An answer about a file; `null` where there is none, and where we are at fault. */
  async function answer<Answer>(
    uri: string,
    token: CancellationToken | undefined,
    question: (file: AnalysedFile, document: TextDocument) => Answer | undefined,
  ): Promise<Answer | null | ResponseError> {
    const cancelled = () =>
      new ResponseError<void>(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
    // What has come in meanwhile is read first: another text, or that nobody waits any more.
    await new Promise((resolve) => setImmediate(resolve));
    if (token?.isCancellationRequested) return cancelled();
    try {
      const found = await files?.ask(uri, question);
      return token?.isCancellationRequested ? cancelled() : (found ?? null);
    } catch (error) {
      log(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return null;
    }
  }

  connection.onHover(({ textDocument: { uri }, position }, token) =>
    answer(uri, token, (file, document) => {
      const explained = hoverAt(file, document.offsetAt(position));
      return (
        explained && {
          contents: { kind: MarkupKind.Markdown, value: markdownOf(explained.hover) },
          range: rangeIn(document, explained.range),
        }
      );
    }),
  );

  connection.onCompletion(({ textDocument: { uri }, position }, token) =>
    answer(uri, token, (file, document) => {
      const proposals = proposalsAt(file, document.offsetAt(position));
      const range = proposals && rangeIn(document, proposals.range);
      return (
        range &&
        proposals.list.map(
          ({ text, named, filterText, sortText, description, hover, imports }): CompletionItem => ({
            label: text,
            labelDetails: { description },
            kind: named ? CompletionItemKind.Constant : CompletionItemKind.Value,
            filterText,
            sortText,
            textEdit: { range, newText: text },
            documentation: { kind: MarkupKind.Markdown, value: markdownOf(hover) },
            additionalTextEdits: editsIn(document, imports),
          }),
        )
      );
    }),
  );

  connection.languages.inlayHint.on(({ textDocument: { uri }, range }, token) =>
    answer(uri, token, (file, document) =>
      inlayHintsIn(file, offsetsOf(document, range)).map(({ text, offset }): LspInlayHint => ({
        label: text,
        position: document.positionAt(offset),
        paddingLeft: true,
      })),
    ),
  );

  connection.onCodeAction(({ textDocument: { uri }, range, context }, token) =>
    answer(uri, token, (file, document) => {
      const { start, end } = offsetsOf(document, range);
      const wanted = (kind: string): boolean =>
        context.only?.some((one) => kind === one || kind.startsWith(`${one}.`)) ?? true;
      const toAction =
        (kind: string, diagnostic?: Diagnostic) =>
        ({ title, edits }: Action): CodeAction => ({
          title,
          kind,
          ...(diagnostic && { diagnostics: [diagnosticIn(document, diagnostic)] }),
          edit: { changes: { [uri]: editsIn(document, edits) } },
        });
      const { QuickFix, RefactorRewrite } = CodeActionKind;
      return [
        ...(wanted(QuickFix) ? diagnosticsOf(file) : [])
          .filter(({ range: at }) => at.start <= end && start <= at.end)
          .flatMap((diagnostic) => diagnostic.actions.map(toAction(QuickFix, diagnostic))),
        ...(wanted(RefactorRewrite) ? remediesAt(file, { start, end }) : []).map(
          toAction(RefactorRewrite),
        ),
      ];
    }),
  );

  // -------------------------------------------------------------------------------------------
  // Diagnostics: asked for by editors that can, sent to those that cannot

  function pulls(): boolean {
    return capabilities.textDocument?.diagnostic !== undefined;
  }

  const reported = (file: AnalysedFile, document: TextDocument): LspDiagnostic[] =>
    diagnosticsOf(file).map((one) => diagnosticIn(document, one));

  connection.languages.diagnostics.on(async ({ textDocument: { uri } }, token) => {
    const items = await answer(uri, token, reported);
    if (items instanceof ResponseError) throw items;
    return { kind: DocumentDiagnosticReportKind.Full, items: items ?? [] };
  });

  async function push(uri: string): Promise<void> {
    if (pulls()) return;
    const isQuiet = files?.options.diagnostics === "off";
    const items = isQuiet ? [] : await answer(uri, undefined, reported);
    send(uri, Array.isArray(items) ? items : []);
  }

  /** The texts below which the editor shows something. */
  const marked = new Set<string>();

  function send(uri: string, diagnostics: LspDiagnostic[]): void {
    if (diagnostics.length === 0 && !marked.delete(uri)) return;
    if (diagnostics.length > 0) marked.add(uri);
    void connection.sendDiagnostics({ uri, diagnostics });
  }

  /** What is shown without being asked for may be another. */
  function showAgain(): void {
    const { workspace } = capabilities;
    if (workspace?.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
    if (pulls() && workspace?.diagnostics?.refreshSupport)
      void connection.languages.diagnostics.refresh();
    for (const { uri } of documents.all()) void push(uri);
  }

  documents.listen(connection);
  connection.listen();
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** Editors say `null` of what is not set. */
function given(options: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null));
}

function rangeIn(document: TextDocument, { start, end }: Range) {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

function offsetsOf(document: TextDocument, { start, end }: ReturnType<typeof rangeIn>): Range {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

function editsIn(document: TextDocument, edits: readonly TextEdit[]) {
  return edits.map(({ range, text }) => ({ range: rangeIn(document, range), newText: text }));
}

function diagnosticIn(document: TextDocument, one: Diagnostic): LspDiagnostic {
  return {
    range: rangeIn(document, one.range),
    message: one.message,
    severity: severities[one.severity],
    code: rules[one.rule],
    source: SOURCE,
  };
}
