/** What formatting is worth keeping: without any of these, plain text says the same. */
const structure = 'h1, h2, h3, h4, h5, h6, a[href], blockquote, li, strong, b, em, i';

/** The HTML of a paste, if it has headings, links, lists, quotes or emphasis; the server cleans it. */
export function structureOf(html: string): string | undefined {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  // Some editors wrap everything that they copy in one <b> that means nothing.
  for (const wrapper of body.querySelectorAll('b[style*="font-weight:normal"], b[style*="font-weight: normal"]'))
    wrapper.replaceWith(...wrapper.childNodes);
  return body.querySelector(structure) ? body.innerHTML : undefined;
}
