/** Where a rule's page is. */
export function docsUrl(rule: string): string {
  return `https://github.com/ws-close-codes/ws-close-codes/blob/main/packages/eslint-plugin/docs/rules/${rule}.md`;
}
