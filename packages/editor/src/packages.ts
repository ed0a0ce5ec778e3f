import { isListed } from "ws-close-codes-analysis";

/** What reads files as the editor's project sees them. */
export interface FileReader {
  fileExists(path: string): boolean;
  readFile(path: string): string | undefined;
}

/** Whether the nearest package.json above a file lists the package of a module. */
export function mayImport(module: string, fileName: string, host: FileReader): boolean {
  return isListed(module, nearestManifest(fileName, host));
}

function nearestManifest(fileName: string, host: FileReader): string | undefined {
  for (let at = fileName.lastIndexOf("/"); at !== -1; at = fileName.lastIndexOf("/", at - 1)) {
    const path = `${fileName.slice(0, at)}/package.json`;
    if (host.fileExists(path)) return host.readFile(path);
    if (at === 0) return undefined;
  }
  return undefined;
}
