import type ts from "typescript";

/**
 * A request of our own for inlay hints: VS Code sends TypeScript's only where one of TypeScript's own
 * hints is switched on. It forwards requests of others if they begin with an underscore.
 */
const COMMAND = "_wsCloseCodes.inlayHints";

/** What is asked for: a file, and a part of it in characters. */
interface InlayHintsRequest extends ts.server.protocol.Request {
  readonly arguments: { readonly file: string; readonly start: number; readonly length: number };
}

const answering = new WeakSet<object>();

/** Answers that request with the hints of the file's project; TypeScript's own stay off. */
export function answerInlayHintsRequest(
  typescript: typeof ts,
  { session, project }: ts.server.PluginCreateInfo,
): void {
  if (!session || answering.has(session)) return;
  answering.add(session);
  session.addProtocolHandler(COMMAND, (request) => {
    const { file, start, length } = (request as InlayHintsRequest).arguments;
    const path = typescript.server.toNormalizedPath(file);
    const asked = project.projectService.getDefaultProjectForFile(path, true);
    const hints = asked?.getLanguageService().provideInlayHints(path, { start, length }, {});
    return { ...(hints && { response: hints }), responseRequired: true };
  });
}
