/** Text as it stands in a test's source, without the indentation of its first line and the line breaks around it. */
export function dedent(text: TemplateStringsArray): string {
  const lines = text
    .join('')
    .replace(/^\n|\n *$/g, '')
    .split('\n');
  const indent = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0;
  return lines.map((line) => line.slice(indent)).join('\n');
}
