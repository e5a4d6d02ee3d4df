import fc from 'fast-check';
import { closesCircle, deriveIndependence, lineageOf, type CitedSource, type OriginNode } from './independence';

/** "paper>agency": a source that repeats another. */
const graph = (...edges: string[]): Map<string, OriginNode> =>
  new Map(
    edges
      .map((edge) => edge.split('>'))
      .map(([id = '', originId]) => [id, { id, ...(originId !== undefined && { originId }) }]),
  );
/** "paper>agency": a piece of the paper that repeats the agency. */
const cite = (...pieces: string[]): CitedSource[] =>
  pieces.map((piece) => {
    const [sourceId = '', ...lineage] = piece.split('>');
    return { sourceId, stance: 'supports', lineage };
  });

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

describe('lineageOf', () => {
  it.each([
    ['a piece that repeats nobody', undefined, graph('a>b'), []],
    ['one that is not in the registry', 'b', graph(), ['b']],
    ['through others', 'b', graph('a>x', 'b>c', 'c'), ['b', 'c']],
    ['one that repeats this very source', 'b', graph('b>a', 'a>c'), ['b']],
    ['a circle of others', 'b', graph('b>c', 'c>d', 'd>b'), ['b', 'c', 'd']],
    ['itself', 'a', graph('a>b'), []],
  ])('%s', (_, relays, sources, lineage) => {
    expect(lineageOf('a', relays, sources)).toEqual(lineage);
  });

  it('names nobody twice, and ends with one that repeats nobody unless there is a circle', () => {
    fc.assert(
      fc.property(anyForest, fc.constantFrom(...ids), (sources, id) => {
        const lineage = lineageOf('A', id, sources);
        expect(new Set(lineage)).toEqual(new Set([id, ...ancestors(id, sources)]));
        expect(sources.get(lineage.at(-1) ?? '')?.originId).toBeUndefined();
      }),
    );
  });
});

describe('deriveIndependence', () => {
  it('counts three outlets that quote one agency as one', () => {
    expect(deriveIndependence(cite('kcna', 'taipei>kcna', 'yonhap>kcna'))).toEqual({
      supporting: 3,
      independent: 1,
      origins: [{ originId: 'kcna', sources: 3 }],
    });
    expect(deriveIndependence(cite('taipei>kcna', 'nhk'))).toMatchObject({ supporting: 2, independent: 2 });
  });

  it('counts a source that repeats an agency in one piece and speaks for itself in another as two roots', () => {
    expect(deriveIndependence(cite('taipei>kcna', 'taipei'))).toMatchObject({
      supporting: 2,
      independent: 2,
      origins: [
        { originId: 'kcna', sources: 1 },
        { originId: 'taipei', sources: 1 },
      ],
    });
    expect(deriveIndependence(cite('taipei', 'taipei'))).toMatchObject({ supporting: 1, independent: 1 });
  });

  it('goes on where whom a piece repeats is cited as repeating somebody', () => {
    expect(deriveIndependence(cite('taipei>yonhap', 'yonhap>kcna', 'kcna'))).toMatchObject({ independent: 1 });
    // Yonhap is cited for both, so that nobody can tell which of them Taipei Times repeats.
    expect(deriveIndependence(cite('taipei>yonhap', 'yonhap>kcna', 'yonhap'))).toMatchObject({ independent: 2 });
  });

  it('counts a circle as one, for which the smallest id stands', () => {
    expect(deriveIndependence(cite('c>b', 'b>a', 'a>c'))).toEqual({
      supporting: 3,
      independent: 1,
      origins: [{ originId: 'a', sources: 3 }],
    });
  });

  it('counts sources that share a key as one, also through a third', () => {
    const likeness = new Map([
      ['k1', ['name:kcna']],
      ['k2', ['name:kcna', 'domain:kcna.kp']],
      ['k3', ['domain:kcna.kp']],
      ['t', ['name:tass']],
    ]);
    expect(deriveIndependence(cite('k1', 'k2', 'k3'), likeness)).toMatchObject({ supporting: 1, independent: 1 });
    expect(deriveIndependence(cite('k1', 'taipei>k3', 't'), likeness)).toMatchObject({ supporting: 3, independent: 2 });
  });

  it('counts what supports alone', () => {
    const others = (['refutes', 'context'] as const).map((stance) => ({ sourceId: 'b', stance, lineage: [] }));
    expect(deriveIndependence([...cite('a', 'a'), ...others])).toMatchObject({ supporting: 1, independent: 1 });
    expect(deriveIndependence([])).toEqual({ supporting: 0, independent: 0, origins: [] });
  });

  const anyCited = fc.array(
    fc.record({
      sourceId: fc.constantFrom(...ids),
      stance: fc.constantFrom('supports' as const, 'refutes' as const, 'context' as const),
      lineage: fc.array(fc.constantFrom(...ids), { maxLength: 3 }),
    }),
  );

  it('never finds more roots than pieces, loses no source, and does not depend on the order', () => {
    fc.assert(
      fc.property(anyCited, (given) => {
        const { supporting, independent, origins } = deriveIndependence(given);
        const sources = new Set(given.flatMap(({ stance, sourceId }) => (stance === 'supports' ? [sourceId] : [])));
        expect(independent).toBe(origins.length);
        expect(supporting).toBeGreaterThanOrEqual(sources.size);
        expect(independent).toBeLessThanOrEqual(supporting);
        expect(deriveIndependence(given.toReversed())).toMatchObject({ supporting, independent });
      }),
    );
  });

  it('never counts more where more sources are one', () => {
    fc.assert(
      fc.property(anyCited, fc.constantFrom(...ids), fc.constantFrom(...ids), (given, a, b) => {
        const likeness = new Map([a, b].map((id) => [id, ['name:same']]));
        const apart = deriveIndependence(given.map((one) => ({ ...one, lineage: [] })));
        const together = deriveIndependence(
          given.map((one) => ({ ...one, lineage: [] })),
          likeness,
        );
        expect(together.independent).toBeLessThanOrEqual(apart.independent);
      }),
    );
  });

  it('comes through a chain of ten thousand, and through a circle of as many', () => {
    const chain = Array.from({ length: 10_000 }, (_, n) => `${n}>${n + 1}`);
    expect(deriveIndependence(cite(...chain))).toMatchObject({ supporting: 10_000, independent: 1 });
    expect(deriveIndependence(cite(...chain, '10000>0'))).toMatchObject({ supporting: 10_001, independent: 1 });
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
