/** Whether a file is a whole page rather than a piece of HTML. */
export const isPage = (html: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html)\b/i.test(html.slice(0, 10_000));
