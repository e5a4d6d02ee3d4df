import { CodePointText, type Range } from '@belegg/domain';
import type { FoundComment, FoundThread } from '../../found';
import { ownVerdict } from '../own-comments';
import { equationText } from './math';
import type { OfficePackage } from './package';
import { elementsOf, findAll, textOf, type XmlElement } from './xml';

/** More comments than anybody reads are made to harm. */
const mostComments = 10_000;
const address = /https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)\]]/giu;

/** A comment as its part holds it (ECMA-376-1, 17.13.4). */
export interface WordComment extends FoundComment {
  readonly id: string;
  /** The id of its last paragraph, by which other parts name it. */
  readonly paragraphId: string | undefined;
}

/** Where a comment was seen to begin and to end, in code points, and what was deleted or left out there. */
export interface SeenAt {
  start?: number;
  end?: number;
  deleted: string;
  isLeftOut: boolean;
}

/** The links in some text. */
export const linksIn = (text: string): string[] => [...new Set(text.match(address) ?? [])];

export function readComments(document: OfficePackage): readonly WordComment[] {
  const [part] = document.related(document.main, 'comments');
  if (!part) return [];
  const links = document.relationships(part.target);
  const durable = durableIds(document);
  return elementsOf(document.xml(part.target))
    .filter(({ name }) => name === 'w:comment')
    .slice(0, mostComments)
    .map((comment) => {
      const paragraphs = [...findAll(comment, 'w:p')];
      const text = paragraphs.map(lineOf).join('\n').trim();
      const linked = [...findAll(comment, 'w:hyperlink')].flatMap(
        ({ attributes }) => links.get(attributes['r:id'] ?? '')?.target ?? [],
      );
      const at = comment.attributes['w:date'];
      const paragraphId = paragraphs.at(-1)?.attributes['w14:paraId']?.toUpperCase();
      return {
        id: comment.attributes['w:id'] ?? '',
        author: comment.attributes['w:author'] ?? '',
        ...(at !== undefined && !Number.isNaN(Date.parse(at)) && { at: new Date(at).toISOString() }),
        text,
        links: [...new Set([...linksIn(text), ...linked.filter((url) => /^https?:/i.test(url))])],
        paragraphId,
        durableId: durable.get(paragraphId ?? ''),
      };
    });
}

/** The ids that Word keeps, by those of paragraphs, which it gives anew ([MS-DOCX], 2.6.4). */
function durableIds(document: OfficePackage): ReadonlyMap<string, string> {
  const [part] = document.related(document.main, 'commentsIds');
  return new Map(
    (part ? elementsOf(document.xml(part.target)) : []).map(({ attributes }) => [
      attributes['w16cid:paraId']?.toUpperCase() ?? '',
      attributes['w16cid:durableId']?.toUpperCase() ?? '',
    ]),
  );
}

function lineOf(element: XmlElement): string {
  return elementsOf(element)
    .map((child) => {
      if (child.name === 'w:t') return textOf(child);
      if (child.name === 'm:oMath') return equationText(child);
      if (child.name === 'w:tab') return '\t';
      if (child.name === 'w:br' || child.name === 'w:cr') return '\n';
      if (child.name === 'w:noBreakHyphen') return '\u2011';
      return ['w:pPr', 'w:rPr', 'w:del', 'w:instrText'].includes(child.name) ? '' : lineOf(child);
    })
    .join('');
}

/**
 * The comments as threads: replies with what they answer, where each stands, whether it is resolved.
 * @param text that the places are in
 */
export function threadsOf(
  document: OfficePackage,
  comments: readonly WordComment[],
  seen: ReadonlyMap<string, SeenAt>,
  text: string,
): FoundThread[] {
  const [part] = document.related(document.main, 'commentsExtended');
  const extended = new Map(
    (part ? elementsOf(document.xml(part.target)) : []).map(({ attributes }) => [
      attributes['w15:paraId']?.toUpperCase() ?? '',
      {
        parent: attributes['w15:paraIdParent']?.toUpperCase(),
        isDone: ['1', 'true'].includes(attributes['w15:done'] ?? ''),
      },
    ]),
  );
  const byParagraph = new Map(comments.map((comment) => [comment.paragraphId ?? comment.id, comment]));
  const alike = part ? new Map<string, WordComment>() : answeredByPlace(comments, seen);
  const firstOf = (comment: WordComment): WordComment => {
    let first = comment;
    for (const passed = new Set<WordComment>(); !passed.has(first);) {
      passed.add(first);
      first = byParagraph.get(extended.get(first.paragraphId ?? '')?.parent ?? '') ?? alike.get(first.id) ?? first;
    }
    return first;
  };
  const threads = new Map<WordComment, WordComment[]>(
    comments.filter((comment) => firstOf(comment) === comment).map((comment) => [comment, []]),
  );
  for (const comment of comments) {
    const first = firstOf(comment);
    if (first !== comment) threads.get(first)?.push(comment);
  }
  const points = new CodePointText(text);
  return [...threads].map(([first, replies]) => ({
    ...placeOf(seen.get(first.id), points),
    resolved: extended.get(first.paragraphId ?? '')?.isDone ?? isMarkedResolved(replies),
    comments: [first, ...replies]
      .filter(({ text: said }) => !resolutionNote.test(said.trim()))
      .map(({ author, at, text: said, links, durableId }) => ({
        author,
        ...(at !== undefined && { at }),
        text: said,
        links,
        ...(durableId !== undefined && { durableId }),
      })),
  }));
}

/**
 * Google Docs and older programs write replies as comments on the same passage, and say nowhere what they answer: the
 * one before them. Our own claims answer nothing, though several may stand on one passage.
 */
function answeredByPlace(
  comments: readonly WordComment[],
  seen: ReadonlyMap<string, SeenAt>,
): ReadonlyMap<string, WordComment> {
  const first = new Map<string, WordComment>();
  const answered = new Map<string, WordComment>();
  for (const comment of comments) {
    const { start, end } = seen.get(comment.id) ?? {};
    if (start === undefined || end === undefined || start >= end) continue;
    const place = `${start} ${end}`;
    const earlier = ownVerdict(comment.text) ? undefined : first.get(place);
    if (earlier) answered.set(comment.id, earlier);
    else first.set(place, comment);
  }
  return answered;
}

/** How Google Docs says in a reply that a thread was resolved or opened again. */
const resolutionNote = /^_(?:Marked as resolved|Re-opened)_$/;

function isMarkedResolved(replies: readonly WordComment[]): boolean {
  const last = replies.map(({ text }) => text.trim()).findLast((text) => resolutionNote.test(text));
  return last?.startsWith('_Marked') ?? false;
}

/** The place in the text, without white space at its ends. */
export function placeOf(
  seen: SeenAt | undefined,
  points: CodePointText,
): Pick<FoundThread, 'place' | 'range' | 'exact'> {
  const { start = seen?.end, end = start, deleted = '', isLeftOut = false } = seen ?? {};
  if (start === undefined || end === undefined) return { place: isLeftOut ? 'leftOut' : 'article', exact: deleted };
  const range = trimmed({ start, end: Math.max(start, end) }, points);
  if (range.start < range.end) return { place: 'passage', range, exact: points.slice(range.start, range.end) };
  return { place: deleted === '' ? 'point' : isLeftOut ? 'leftOut' : 'deleted', range, exact: deleted };
}

function trimmed({ start, end }: Range, points: CodePointText): Range {
  const raw = points.slice(start, end);
  const from = start + new CodePointText(/^\s*/u.exec(raw)?.[0] ?? '').length;
  if (from >= end) return { start, end: start };
  return { start: from, end: end - new CodePointText(/\s*$/u.exec(raw)?.[0] ?? '').length };
}
