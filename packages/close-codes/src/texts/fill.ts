/**
 * Puts data in the place of `{{placeholder}}`, as ESLint does with a message; a placeholder without
 * data stays.
 */
export function fill(template: string, data: Readonly<Record<string, string>>): string {
  const known = new Map(Object.entries(data));
  return template.replace(
    /\{\{\s*([^{}\s]+)\s*\}\}/gu,
    (placeholder, name: string) => known.get(name) ?? placeholder,
  );
}
