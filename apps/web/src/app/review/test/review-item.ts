import type { ReviewItem, ReviewMark } from '@belegg/contract';

interface Given {
  readonly article?: string;
  readonly start?: number;
  readonly refusal?: ReviewItem['refusal'];
  readonly etag?: string;
  readonly annotation?: Partial<ReviewItem['annotation']>;
  readonly previous?: ReviewItem['previous'];
}

const person = { id: '0198c000-0000-7000-8000-000000000001', name: 'Kari Holm' };

/** An item of the queue as the server sends it, for specs. */
export function reviewItem(
  id: string,
  { article = 'a', start = 0, refusal, etag = '"a1"', annotation = {}, previous }: Given = {},
): ReviewItem {
  return {
    annotation: {
      id,
      articleId: article,
      revision: 1,
      status: 'submitted',
      verdict: 'confirmed',
      rationale: 'Sagt på TV.',
      articleRevision: 1,
      selector: [
        { type: 'TextPositionSelector', start, end: start + 5 },
        { type: 'TextQuoteSelector', exact: 'Seoul', prefix: '', suffix: ' vurderer' },
      ],
      anchor: { outcome: 'unchanged' },
      citations: [],
      authors: [person],
      steps: [
        {
          kind: 'submitted',
          annotationRevision: 1,
          articleRevision: 1,
          by: person,
          at: '2024-12-01T15:20:00.000Z',
          comment: '',
        },
      ],
      conflicts: [],
      createdAt: '2024-12-01T15:00:00.000Z',
      updatedAt: '2024-12-01T15:20:00.000Z',
      etag,
      ...annotation,
    },
    article: { id: article, title: `Artikkel ${article}`, revision: 1 },
    passage: { before: 'Før.', text: 'Seoul vurderer saken.', start: 0, end: 5, after: 'Etter.' },
    sentence: 2,
    sentences: 3,
    ...(refusal && { refusal }),
    ...(previous && { previous }),
  };
}

/** A sentence that somebody called not checkable, as the server sends it, for specs. */
export function reviewMark(id: string, more: Partial<ReviewMark> = {}): ReviewMark {
  return {
    id,
    article: { id: 'a', title: 'Artikkel a', revision: 1 },
    passage: { before: '', text: 'Vi bør handle. Det haster.', start: 0, end: 14, after: '' },
    sentence: 1,
    sentences: 2,
    exact: 'Vi bør handle.',
    start: 0,
    reason: 'opinion',
    note: '',
    by: person,
    at: '2024-12-01T15:30:00.000Z',
    etag: `"k${id}"`,
    ...more,
  };
}
