/**
 * The way back after signing in: a path of this page and nothing else, or somebody could lead people astray with a
 * link.
 */
export function pathBack(asked: string | undefined): string {
  return asked && /^\/(?![/\\])/.test(asked) ? asked : '/';
}
