import { deriveIndependence, type CitedSource } from './independence';

/** How often the count reads a citation: the work that it does, whatever the machine. */
function readsOf(cited: readonly CitedSource[]): number {
  let reads = 0;
  const watched = cited.map(
    (citation) =>
      new Proxy(citation, {
        get: (target, field) => {
          reads += 1;
          return Reflect.get(target, field) as unknown;
        },
      }),
  );
  deriveIndependence(watched);
  return reads;
}

/** How often it looks ids up in maps. */
function lookUpsOf(work: () => void): number {
  const original = Object.getOwnPropertyDescriptor(Map.prototype, 'get')!;
  const get = original.value as (this: Map<unknown, unknown>, key: unknown) => unknown;
  let lookUps = 0;
  Object.defineProperty(Map.prototype, 'get', {
    ...original,
    value(this: Map<unknown, unknown>, key: unknown) {
      lookUps += 1;
      return get.call(this, key);
    },
  });
  try {
    work();
  } finally {
    Object.defineProperty(Map.prototype, 'get', original);
  }
  return lookUps;
}

const piece = (from: number, to?: number): CitedSource => ({
  sourceId: `s${from}`,
  stance: 'supports',
  lineage: to === undefined ? [] : [`s${to}`],
});
const stories: Readonly<Record<string, (count: number) => CitedSource[]>> = {
  'a chain': (count) => Array.from({ length: count }, (_, n) => piece(n, n + 1)),
  'a chain from its end': (count) => Array.from({ length: count }, (_, n) => piece(count - n, count - n - 1)),
  'a circle': (count) => Array.from({ length: count }, (_, n) => piece(n, (n + 1) % count)),
  'a crowd behind ten': (count) => Array.from({ length: count }, (_, n) => piece(n + 10, n % 10)),
};

describe('the work of counting roots', () => {
  it.each(Object.entries(stories))('grows no faster than the citations, up to 10,000 of them: %s', (_, story) => {
    const [fewer, more] = [story(5000), story(10_000)];
    expect(readsOf(more)).toBeLessThanOrEqual(2 * readsOf(fewer) + 100);
    const work = (cited: CitedSource[]) => lookUpsOf(() => deriveIndependence(cited));
    expect(work(more)).toBeLessThanOrEqual(2.1 * work(fewer) + 100);
  });
});
