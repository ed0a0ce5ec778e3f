/** One report of ESLint's on real code. */
export interface Finding {
  readonly repo: string;
  readonly path: string;
  readonly line: number;
  /** `no-invalid-close-code/reserved` */
  readonly rule: string;
}

/** The rows of the tables in findings.md, each below the heading of its repository. */
export function readFindings(markdown: string): readonly Finding[] {
  let repo = "";
  return markdown.split("\n").flatMap((line): Finding | [] => {
    repo = /^## ([\w.-]+\/[\w.-]+)/u.exec(line)?.[1] ?? repo;
    const cells = /^\| `([^`]+)` *\| *(\d+) *\| `([^`]+)` *\|/u.exec(line);
    const [, path, at, rule] = cells ?? [];
    return path && rule ? { repo, path, line: Number(at), rule } : [];
  });
}
