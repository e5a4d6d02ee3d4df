import fc from 'fast-check';
import { closesCircle, deriveIndependence, rootOrigin, type CitedSource, type OriginNode } from './independence';

/** "paper>agency": a source that repeats another. */
const graph = (...edges: string[]): Map<string, OriginNode> =>
  new Map(
    edges
      .map((edge) => edge.split('>'))
      .map(([id = '', originId]) => [id, { id, ...(originId !== undefined && { originId }) }]),
  );
const cite = (stance: CitedSource['stance'], ...ids: string[]): CitedSource[] =>
  ids.map((sourceId) => ({ sourceId, stance }));

const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
/** Any graph in which a source repeats at most one other, circles included. */
const anyGraph = fc
  .array(fc.record({ id: fc.constantFrom(...ids), originId: fc.option(fc.constantFrom(...ids), { nil: undefined }) }))
  .map((nodes) => new Map<string, OriginNode>(nodes.map((node) => [node.id, node])));
/** One without circles: a source repeats only what comes later in the alphabet. */
const anyForest = anyGraph.map(
  (sources) =>
    new Map([...sources].map(([id, node]) => [id, node.originId !== undefined && node.originId > id ? node : { id }])),
);

/** Everything that a source repeats, directly or through others. */
function ancestors(id: string, sources: ReadonlyMap<string, OriginNode>): Set<string> {
  const found = new Set<string>();
  for (let at = sources.get(id)?.originId; at !== undefined && !found.has(at); at = sources.get(at)?.originId)
    found.add(at);
  return found;
}

describe('rootOrigin', () => {
  it.each([
    ['one that repeats nobody', graph('a'), 'a'],
    ['one that is not in the registry', graph(), 'a'],
    ['through others', graph('a>b', 'b>c', 'c'), 'c'],
    ['to one that is not in the registry', graph('a>b'), 'b'],
    ['itself', graph('a>a'), 'a'],
    ['a circle, for which the smallest stands', graph('a>d', 'd>c', 'c>b', 'b>d'), 'b'],
  ])('%s', (_, sources, root) => {
    expect(rootOrigin('a', sources)).toBe(root);
  });

  it('is the same for all in a circle, and the root of itself', () => {
    fc.assert(
      fc.property(anyGraph, fc.constantFrom(...ids), (sources, id) => {
        const root = rootOrigin(id, sources);
        expect(rootOrigin(root, sources)).toBe(root);
        for (const other of ancestors(id, sources)) expect(rootOrigin(other, sources)).toBe(root);
      }),
    );
  });
});

describe('deriveIndependence', () => {
  it('counts three outlets that quote one agency as one', () => {
    const sources = graph('kcna', 'taipei>kcna', 'yonhap>kcna', 'nhk');
    expect(deriveIndependence(cite('supports', 'kcna', 'taipei', 'yonhap'), sources)).toEqual({
      supporting: 3,
      independent: 1,
      origins: [{ originId: 'kcna', sources: 3 }],
    });
    expect(deriveIndependence(cite('supports', 'taipei', 'nhk'), sources)).toMatchObject({
      supporting: 2,
      independent: 2,
    });
  });

  it('counts supporting sources alone, each once', () => {
    const cited = [...cite('supports', 'a', 'a'), ...cite('refutes', 'b'), ...cite('context', 'c')];
    expect(deriveIndependence(cited, graph())).toEqual({
      supporting: 1,
      independent: 1,
      origins: [{ originId: 'a', sources: 1 }],
    });
    expect(deriveIndependence([], graph())).toEqual({ supporting: 0, independent: 0, origins: [] });
  });

  it('never finds more origins than sources, and loses no source', () => {
    const cited = fc.array(
      fc.record({
        sourceId: fc.constantFrom(...ids),
        stance: fc.constantFrom('supports' as const, 'refutes' as const, 'context' as const),
      }),
    );
    fc.assert(
      fc.property(cited, anyGraph, (given, sources) => {
        const { supporting, independent, origins } = deriveIndependence(given, sources);
        expect(independent).toBeLessThanOrEqual(supporting);
        expect(independent).toBe(origins.length);
        expect(origins.reduce((sum, origin) => sum + origin.sources, 0)).toBe(supporting);
        expect(supporting).toBe(
          new Set(given.filter(({ stance }) => stance === 'supports').map(({ sourceId }) => sourceId)).size,
        );
      }),
    );
  });
});

describe('closesCircle', () => {
  it.each([
    ['itself', graph('a'), 'a', 'a', true],
    ['one that repeats it', graph('b>a'), 'a', 'b', true],
    ['one that repeats it through others', graph('d>c', 'c>b', 'b>a'), 'a', 'd', true],
    ['a stranger', graph('b>c'), 'a', 'b', false],
    ['a circle of others, and ends', graph('b>c', 'c>b'), 'a', 'b', false],
  ])('%s', (_, sources, source, origin, closes) => {
    expect(closesCircle(source, origin, sources)).toBe(closes);
  });

  it('says of any graph without circles whether one more edge would make one', () => {
    fc.assert(
      fc.property(anyForest, fc.constantFrom(...ids), fc.constantFrom(...ids), (sources, source, origin) => {
        const after = new Map(sources).set(source, { id: source, originId: origin });
        expect(closesCircle(source, origin, sources)).toBe(ancestors(source, after).has(source));
      }),
      { numRuns: 1000 },
    );
  });
});
