import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { noDrafts, type FoundText } from '../found';
import { readHtml } from '../html';
import { sanitize } from '../sanitize';
import { tooTangled } from '../refusals';
import { dayOf, languageOf } from './metadata';

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
  sanitize(html);
  const found = articleOf(html);
  if (!found?.content || (found.length ?? 0) < 1) return { ...noDrafts, text: readHtml(html) };
  const title = found.title?.trim();
  return {
    ...noDrafts,
    text: withTitle(title, found.content),
    title: title === '' ? undefined : title,
    author: found.byline?.trim().replace(/^(?:av|by)\s+/iu, ''),
    date: dayOf(found.publishedTime),
    language: languageOf(found.lang),
  };
}

function articleOf(html: string): ReturnType<Readability['parse']> {
  try {
    const { document } = parseHTML(html);
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

/** Readability takes the headline out; here it is a part of the text. */
function withTitle(title: string | undefined, content: string): FoundText['text'] {
  const text = readHtml(content);
  const stands = text.text.split('\n', 2).some((line) => line.trim() === title);
  const heading = (title ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return stands || heading === '' ? text : readHtml(`<h1>${heading}</h1>${content}`);
}
