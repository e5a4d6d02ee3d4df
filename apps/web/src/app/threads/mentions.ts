/** Somebody who can be mentioned. */
export interface Mentionable {
  readonly id: string;
  readonly name: string;
}

/** A name that is being typed: from its `@` (UTF-16 offset) to the caret. */
export interface Beginning {
  readonly at: number;
  readonly typed: string;
}

/** A piece of a comment: words, a name that was called, or a link. */
export interface Part {
  readonly kind: 'text' | 'mention' | 'link';
  readonly text: string;
}

const longestName = 60;

/** The name that is begun before the caret, if any: after an `@` that does not stand in a word, as in an address. */
export function beginningAt(text: string, caret: number): Beginning | undefined {
  const at = text.lastIndexOf('@', caret - 1);
  if (at < 0 || caret - at > longestName || !canBegin(text, at)) return undefined;
  const typed = text.slice(at + 1, caret);
  return /[\n@]|^\s/u.test(typed) ? undefined : { at, typed };
}

/** Those of whose name the words that were typed begin a part; whole names first, by name. */
export function matching<Member extends Mentionable>(members: readonly Member[], typed: string): readonly Member[] {
  const wanted = folded(typed);
  const rank = ({ name }: Member): number =>
    folded(name).startsWith(wanted) ? 0 : ` ${folded(name)}`.includes(` ${wanted}`) ? 1 : 2;
  return members
    .filter((member) => rank(member) < 2)
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'nb'));
}

/** Whom a text mentions: by `@` and the whole name, the longest name that fits. Of one name, everybody who has it. */
export function mentionsIn(text: string, members: readonly Mentionable[]): readonly string[] {
  const called = calls(text, members).map(({ name }) => folded(name));
  return members.filter(({ name }) => called.includes(folded(name))).map(({ id }) => id);
}

/** A comment in pieces, as it is shown; put together they are the comment. */
export function partsOf(text: string, mentioned: readonly Mentionable[]): readonly Part[] {
  const found: (Part & { readonly at: number })[] = calls(text, mentioned).map(({ at, name }) => ({
    at,
    kind: 'mention',
    text: text.slice(at, at + 1 + name.length),
  }));
  for (const { 0: link, index } of text.matchAll(/https?:\/\/[^\s<>«»"]*[^\s<>«»".,;:!?)\]]/giu))
    if (!found.some(({ at, text: { length } }) => at < index + link.length && index < at + length))
      found.push({ at: index, kind: 'link', text: link });
  const parts: Part[] = [];
  let reached = 0;
  for (const { at, kind, text: piece } of found.sort((a, b) => a.at - b.at)) {
    if (at > reached) parts.push({ kind: 'text', text: text.slice(reached, at) });
    parts.push({ kind, text: piece });
    reached = at + piece.length;
  }
  if (reached < text.length) parts.push({ kind: 'text', text: text.slice(reached) });
  return parts;
}

function calls(text: string, members: readonly Mentionable[]): readonly { at: number; name: string }[] {
  const byLength = members.map(({ name }) => name).sort((a, b) => b.length - a.length);
  return [...text.matchAll(/@/gu)].flatMap(({ index: at }) => {
    if (!canBegin(text, at)) return [];
    const name = byLength.find((one) => {
      const written = text.slice(at + 1, at + 1 + one.length);
      return written.toLowerCase() === one.toLowerCase() && !/^[\p{L}\p{N}]/u.test(text.slice(at + 1 + one.length));
    });
    return name === undefined ? [] : [{ at, name }];
  });
}

function canBegin(text: string, at: number): boolean {
  return !/[\p{L}\p{N}._/-]$/u.test(text.slice(0, at));
}

/** Case and accents aside: "Søren" and "soren" are the same to who types in a hurry. */
function folded(name: string): string {
  return name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ø', 'o').replaceAll('æ', 'ae');
}

/** The links in what somebody said. */
export const linksIn = (text: string): string[] =>
  partsOf(text, []).flatMap(({ kind, text: link }) => (kind === 'link' ? [link] : []));
