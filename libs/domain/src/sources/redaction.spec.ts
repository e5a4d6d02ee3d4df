import { Redaction } from './redaction';

const hidden = [
  {
    id: 's1',
    label: 'Vernet kilde 1',
    names: ['Kim Canary', '조선중앙통신', 'KC'],
    addresses: ['https://www.canary.example/'],
  },
  { id: 's2', label: 'Vernet kilde 2', names: ['Kim'], addresses: [] },
];
const redaction = new Redaction(hidden);

describe('Redaction', () => {
  it('takes the fields out of a source, of a citation of it and of what goes back to it', () => {
    const source = {
      id: 's1',
      name: 'Kim Canary',
      kind: 'person',
      aliases: ['KC'],
      keys: ['name:kim'],
      isHidden: false,
      url: 'https://x.no/',
    };
    expect(redaction.apply(source)).toEqual({
      id: 's1',
      name: 'Vernet kilde 1',
      kind: 'other',
      aliases: [],
      keys: [],
      isHidden: true,
    });
    const citation = {
      id: 'c',
      sourceId: 's1',
      quote: 'Jeg',
      evidence: 'ab',
      cited: { kind: 'person', name: 'Kim Canary' },
      lineage: [],
    };
    expect(
      redaction.apply({
        citations: [
          citation,
          { id: 'd', sourceId: 's3', lineage: [{ sourceId: 's1', sourceRevision: 1, name: 'KC' }] },
        ],
      }),
    ).toEqual({
      citations: [
        { id: 'c', sourceId: 's1', quote: '', cited: { kind: 'other', name: 'Vernet kilde 1' }, lineage: [] },
        { id: 'd', sourceId: 's3', lineage: [{ sourceId: 's1', sourceRevision: 1, name: 'Vernet kilde 1' }] },
      ],
    });
  });

  it.each([
    ['Sier kim  canary i dag.', 'Sier Vernet kilde 1 i dag.'],
    ['Kim Canarys ord', 'Vernet kilde 1s ord'],
    ['KCs ord, KCNA sine', 'Vernet kilde 1s ord, KCNA sine'],
    ['Kimono og Kim', 'Kimono og Vernet kilde 2'],
    ['조선중앙통신은', 'Vernet kilde 1은'],
    ['Se https://Canary.example/nytt her', 'Se Vernet kilde 1 her'],
    ['Ingen av dem', 'Ingen av dem'],
  ])('takes names and addresses out of what people wrote: %s', (written, shown) => {
    expect(redaction.apply({ rationale: written })).toEqual({ rationale: shown });
  });

  it('leaves the words of the article, people of the same name, and everything where nothing is hidden', () => {
    const kept = {
      revision: { text: 'Kim Canary' },
      selector: [{ exact: 'Kim', prefix: 'KC', suffix: '' }],
      passage: { before: 'Kim', text: 'Kim', after: '' },
      by: { id: 'm', name: 'Kim' },
      title: 'Kim Canary',
    };
    expect(redaction.apply(kept)).toEqual(kept);
    const anything = { name: 'Kim Canary' };
    expect(new Redaction([]).apply(anything)).toBe(anything);
  });

  it('reads comments, and drops an address of another source that shows it', () => {
    expect(redaction.apply({ text: 'Spør Kim', mentions: [] })).toEqual({ text: 'Spør Vernet kilde 2', mentions: [] });
    expect(redaction.apply({ sourceId: 's3', url: 'https://web.example/canary.example/x' })).toEqual({
      sourceId: 's3',
    });
  });

  it('says of a change of it only that and where it changed', () => {
    const event = {
      type: 'source.edited',
      subjectId: 's1',
      data: { revision: 2, before: { note: 'Kim' }, after: { note: 'K' }, fields: ['note'] },
    };
    const named = { name: 'Vernet kilde 1', kind: 'other' };
    expect(redaction.apply(event).data).toEqual({ revision: 2, before: named, after: named, fields: ['note'] });
  });
});
