const definition = /^ {0,3}\[\^([^\]\s]{1,100})\]:[ \t]*(.*)$/;
const reference = /\[\^([^\]\s]{1,100})\]/g;
const fence = /^ {0,3}(?:```|~~~)/;

/**
 * Footnotes (`[^name]`, as Pandoc and GitHub have them) as notes with numbers: `[1]` where a note is called, and the
 * notes themselves as texts of their own that begin with their mark, in the order in which they are called. A name that
 * no note defines stays as it is written.
 */
export function takeOutNotes(markdown: string): { readonly body: string; readonly notes: readonly string[] } {
  if (!markdown.includes('[^') && !markdown.includes('^[')) return { body: markdown, notes: [] };
  const { kept, notes } = definitions(markdown.split('\n'));
  takeOutInline(kept, notes);
  if (notes.size === 0) return { body: markdown, notes: [] };
  const numbers = new Map<string, number>();
  const mark = (name: string): string => {
    const number = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, number);
    return `\\[${number}\\]`;
  };
  let isCode = false;
  const number = (text: string): string =>
    text.replace(reference, (whole, name: string) => (notes.has(name) ? mark(name) : whole));
  const body = kept.map((line) => {
    if (fence.test(line)) isCode = !isCode;
    return isCode ? line : number(line);
  });
  for (const [name, text] of notes) notes.set(name, number(text));
  for (const name of notes.keys()) mark(name);
  const ordered = [...numbers.keys()].map((name) => `${mark(name)} ${notes.get(name) ?? ''}`);
  return { body: body.join('\n'), notes: ordered };
}

/** Lines without those of notes; a note goes on in indented lines, and in the ones that follow without a blank line. */
function definitions(lines: readonly string[]): { kept: string[]; notes: Map<string, string> } {
  const kept: string[] = [];
  const notes = new Map<string, string>();
  let name: string | undefined;
  let afterBlank = false;
  let isCode = false;
  for (const line of lines) {
    if (fence.test(line)) isCode = !isCode;
    const [, begun, text = ''] = (isCode ? undefined : definition.exec(line)) ?? [];
    const blank = line.trim() === '';
    if (begun !== undefined && !notes.has(begun)) notes.set((name = begun), text);
    else if (name !== undefined && (blank || /^(?: {2,}|\t)/.test(line) || !afterBlank))
      notes.set(name, `${notes.get(name) ?? ''}\n${line.trim()}`);
    else {
      name = undefined;
      kept.push(line);
    }
    afterBlank = blank;
  }
  return { kept, notes };
}

const inline = /\^\[((?:[^[\]\n]|\[[^[\]\n]*\]){1,2000})\]/g;

/** Notes that stand where they are called (`^[…]`, Pandoc), as if they were defined below. */
function takeOutInline(lines: string[], notes: Map<string, string>): void {
  let isCode = false;
  lines.forEach((line, index) => {
    if (fence.test(line)) isCode = !isCode;
    if (isCode) return;
    lines[index] = line.replace(inline, (_, text: string) => {
      const name = `^${notes.size + 1}`;
      notes.set(name, text);
      return `[^${name}]`;
    });
  });
}
