import { canonicalize } from '@belegg/domain';

/**
 * A file's name as it is kept: canonical, without folders, and without anything that cannot be seen, such as the signs
 * that turn the direction of writing and make "gpj.exe" of "exe.jpg".
 */
export function cleanFileName(given: string | undefined): string {
  const name =
    canonicalize(given ?? '')
      .split(/[/\\]/u)
      .at(-1) ?? '';
  const seen = name
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+/u, '')
    .trim();
  return [...seen].slice(0, 150).join('') || 'evidence';
}

/** A `Content-Disposition` that saves and never shows. */
export const attachment = (fileName: string): string => disposition('attachment', fileName);

/** A `Content-Disposition` (RFC 6266; the extended value as RFC 8187 writes it). */
export function disposition(kind: 'attachment' | 'inline', fileName: string): string {
  const plain = fileName.normalize('NFKD').replace(/[^\w .()-]/g, '_');
  const extended = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${extended}`;
}
