const excerptLength = 300;

/** The beginning of a passage, enough to know it by in the log. */
export function excerpt(exact: string): string {
  const points = [...exact.slice(0, 2 * excerptLength)];
  return points.length > excerptLength ? `${points.slice(0, excerptLength).join('')} …` : exact;
}
