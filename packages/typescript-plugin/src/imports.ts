import type ts from "typescript";

/** The modules that a file imports or requires, as it writes them. */
export function importedModules(typescript: typeof ts, sourceFile: ts.SourceFile): string[] {
  return typescript
    .preProcessFile(sourceFile.text, true, true)
    .importedFiles.map(({ fileName }) => fileName);
}

/** The modules of packages that a program holds files of, such as `graphql-ws/dist/common.d.ts`. */
export function packageModules(program: ts.Program): string[] {
  const folder = "/node_modules/";
  return program.getSourceFiles().flatMap(({ fileName }) => {
    const at = fileName.lastIndexOf(folder);
    return at === -1 ? [] : [fileName.slice(at + folder.length)];
  });
}
