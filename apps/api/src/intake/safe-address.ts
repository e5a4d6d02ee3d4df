const longestAddress = 2048;

/** A whole address of the web or of mail; nothing for any other, and for relative ones. */
export function safeAddress(href: string): string | undefined {
  const address = URL.parse(href)?.href;
  return address !== undefined && address.length <= longestAddress && /^(?:https?|mailto):/.test(address)
    ? address
    : undefined;
}
