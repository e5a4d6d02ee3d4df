import { CodePointText, type Block } from '@belegg/domain';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { escapeHtml } from '../escape-html';
import { noDrafts, type FoundText } from '../found';
import { readHtml, type FormattedText } from '../html';
import { LeftOut } from '../left-out';
import { tooTangled } from '../refusals';
import { dayOf, languageOf } from './metadata';
import { prepare, type PageDocument } from './page-document';

/** Elements of the largest page that is searched for its article. */
const mostElements = 50_000;

/**
 * The article of a saved web page, without what stands around it (Mozilla's Readability), and what the page says of it.
 * A page in which no article is found is read as a whole.
 * @throws ProblemError `invalid` when it is nested too deeply or is too large to be searched
 */
export function readPage(html: string): FoundText {
  // Before the search, which takes the square of the depth.
  if ((html.match(/<[a-z]/gi)?.length ?? 0) > mostElements) throw tooTangled();
  const whole = readHtml(html, 'silent');
  const found = articleOf(html);
  if (!found?.content || (found.length ?? 0) < 1) return { ...noDrafts, text: whole };
  const called = titleOf(found.title?.trim(), whole);
  const article = withTitle(called, found.content, whole);
  const title = headlineOf(article) ?? called;
  return {
    ...noDrafts,
    text: withSurroundings(article, whole),
    title: title === '' ? undefined : title,
    author: found.byline?.trim().replace(/^(?:av|by)\s+/iu, ''),
    date: dayOf(found.publishedTime),
    language: languageOf(found.lang),
  };
}

function articleOf(html: string): ReturnType<Readability['parse']> {
  try {
    // linkedom's types are the DOM's, which this program is compiled without.
    const { document } = parseHTML(html) as unknown as { document: PageDocument };
    prepare(document);
    return new Readability(document, { maxElemsToParse: mostElements }).parse();
  } catch (error) {
    // Too deep for the stack, or more elements than the limit: made by no newsroom's system.
    if (
      error instanceof RangeError ||
      (error instanceof Error && error.message.startsWith('Aborting parsing document'))
    )
      throw tooTangled();
    // A page that the search stumbles over can still be read as a whole.
    return null;
  }
}

/** The one headline of a page, where what it calls itself is none of its headlines: the name of the paper, often. */
function titleOf(given: string | undefined, whole: FormattedText): string | undefined {
  const [only, ...others] = headlinesOf(whole);
  const isSaid =
    given === undefined || [...headlinesOf(whole)].some((headline) => folded(given).includes(folded(headline)));
  return only === undefined || others.length > 0 || isSaid ? (given ?? only) : only;
}

/**
 * Readability takes the headline out, or makes it a subhead; here it is the headline of the text. One that stands there
 * stays the only one, whatever the page calls itself.
 */
function withTitle(title: string | undefined, content: string, whole: FormattedText): FormattedText {
  const text = readHtml(content);
  const [first, ...rest] = text.blocks;
  if (first?.kind === 'heading' && headlinesOf(whole).has(wordsOf(text, first)))
    return { ...text, blocks: [{ ...first, level: 1 }, ...rest] };
  const stands = headlineOf(text) !== undefined || text.text.split('\n', 2).some((line) => line.trim() === title);
  return stands || title === undefined || title === '' ? text : readHtml(`<h1>${escapeHtml(title)}</h1>${content}`);
}

const wordsOf = ({ text }: FormattedText, { start, end }: Block): string => new CodePointText(text).slice(start, end);

const headlinesOf = (page: FormattedText): ReadonlySet<string> =>
  new Set(page.blocks.filter(({ level }) => level === 1).map((block) => wordsOf(page, block)));

function headlineOf({ text, blocks: [first] }: FormattedText): string | undefined {
  return first?.kind === 'heading' && first.level === 1
    ? new CodePointText(text).slice(first.start, first.end)
    : undefined;
}

/** Names what stands on the page and not in its article, and what the article's own reader named. */
function withSurroundings(article: FormattedText, whole: FormattedText): FormattedText {
  const leftOut = new LeftOut();
  leftOut.addAll(article.dropped);
  const kinds = new Set(article.dropped.map(({ kind }) => kind));
  leftOut.addAll(whole.dropped.filter(({ kind }) => !kinds.has(kind)));
  const lines = new Set(article.text.split('\n').map(folded));
  const around = whole.text.split('\n').filter((line) => !lines.has(folded(line)));
  for (const line of around) leftOut.add('surroundings', line);
  return { ...article, dropped: leftOut.list() };
}

const folded = (line: string): string => line.replace(/\s+/gu, '').toLowerCase();
