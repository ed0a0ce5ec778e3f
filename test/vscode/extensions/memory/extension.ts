import {
  Disposable,
  EventEmitter,
  FileSystemError,
  FileType,
  workspace,
  type ExtensionContext,
  type FileSystemProvider,
  type Uri,
} from "vscode";

const FILE = "/project/chat.js";
const text = new TextEncoder().encode(`const socket = new WebSocket("wss://example.org");
socket.close(1006);
`);

const refuse = (): never => {
  throw FileSystemError.NoPermissions();
};

/** One folder with one file, to be read only. */
const files: FileSystemProvider = {
  onDidChangeFile: new EventEmitter<never>().event,
  watch: () => new Disposable(() => undefined),
  stat: ({ path }: Uri) => {
    if (path !== FILE && !FILE.startsWith(`${path}/`)) throw FileSystemError.FileNotFound(path);
    const type = path === FILE ? FileType.File : FileType.Directory;
    return { type, ctime: 0, mtime: 0, size: text.length };
  },
  readDirectory: () => [["chat.js", FileType.File]],
  readFile: ({ path }: Uri) => {
    if (path !== FILE) throw FileSystemError.FileNotFound(path);
    return text;
  },
  createDirectory: refuse,
  writeFile: refuse,
  delete: refuse,
  rename: refuse,
};

export function activate(context: ExtensionContext): void {
  context.subscriptions.push(
    workspace.registerFileSystemProvider("memory", files, { isReadonly: true }),
  );
}
