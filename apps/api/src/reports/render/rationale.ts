import { isModestMarkdown } from '@belegg/domain';
import { marked } from 'marked';
import sanitizeHtml from 'sanitize-html';
import { html, Markup } from './markup';

/** What Markdown in a rationale may become; everything else is dropped, its text kept. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'strong', 'em', 'del', 'a', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre', 'hr'],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer' }) },
};

/** A rationale (Markdown) as safe HTML; one that is beyond the bounds is shown as it was typed. */
export const renderRationale = (markdown: string): Markup =>
  isModestMarkdown(markdown)
    ? new Markup(sanitizeHtml(marked.parse(markdown, { async: false, gfm: true, breaks: true }), allowed))
    : html`<p>${markdown}</p>`;
