import { marked } from 'marked';
import { Script } from 'node:vm';
import { tooTangled } from './refusals';

/** Milliseconds. A text of 1 MiB takes some 200; what takes longer was made to. */
const limit = 3_000;

/**
 * Markdown (GitHub's flavour) as HTML, with the HTML that stands in it: still to be sanitized.
 * @throws ProblemError `invalid` when it is nested beyond the stack, or would take too long: marked backtracks on series of
 * asterisks and brackets, and only a script can be stopped from outside
 */
export function htmlOfMarkdown(markdown: string): string {
  let html = '';
  try {
    new Script('parse()').runInNewContext(
      {
        parse: () => {
          html = marked.parse(markdown, { async: false });
        },
      },
      { timeout: limit },
    );
  } catch (error) {
    if (error instanceof RangeError || (error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw tooTangled();
    throw error;
  }
  return html;
}
