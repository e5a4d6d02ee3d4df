/**
 * The text of a document as a frame can hold it. In a frame that is given its text, a link to a place in the same
 * document would lead to the page around it, so such links name the frame's own address (about:srcdoc).
 */
export function framedDocument(html: string): string {
  const document = new DOMParser().parseFromString(html, 'text/html');
  for (const link of document.querySelectorAll('a[href^="#"]'))
    link.setAttribute('href', `about:srcdoc${link.getAttribute('href') ?? ''}`);
  return `<!doctype html>${document.documentElement.outerHTML}`;
}
