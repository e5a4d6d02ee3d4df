/** SHA-256 in lower-case hexadecimal; undefined where the browser computes none (a page that came without https). */
export async function sha256Of(bytes: BufferSource): Promise<string | undefined> {
  // Browsers leave it out on insecure origins, whatever its type says.
  const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
  if (!subtle) return undefined;
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
