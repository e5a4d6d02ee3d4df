import { groupQueue, nextAfter } from './group-queue';
import { idOf, type QueueEntry } from './queue-entry';
import { reviewItem, reviewMark } from './test/review-item';

const ids = (entries: readonly QueueEntry[]): readonly string[] => entries.map(idOf);

describe('groupQueue', () => {
  it('keeps articles in the order of the queue and claims in the order of the text', () => {
    const { mine, order } = groupQueue([
      reviewItem('late', { article: 'a', start: 90 }),
      reviewItem('other', { article: 'b' }),
      reviewItem('early', { article: 'a', start: 10 }),
    ]);
    expect(mine.map(({ article }) => article.id)).toEqual(['a', 'b']);
    expect(ids(order)).toEqual(['early', 'late', 'other']);
  });

  it('has sentences that are not checkable stand among the claims', () => {
    const { mine, others, order } = groupQueue([
      reviewItem('claim', { start: 20 }),
      reviewMark('mark', { start: 10 }),
      reviewMark('own', { start: 0, refusal: 'ownWork' }),
    ]);
    expect([mine.length, others.length]).toEqual([1, 1]);
    expect(ids(order)).toEqual(['mark', 'claim', 'own']);
    expect(idOf(nextAfter(order, 'claim')!)).toBe('mark');
  });

  it('puts what one may not decide on last, also within an article', () => {
    const { mine, others, order } = groupQueue([
      reviewItem('own', { article: 'a', refusal: 'ownWork' }),
      reviewItem('theirs', { article: 'a', start: 50 }),
    ]);
    expect([mine.length, others.length]).toEqual([1, 1]);
    expect(ids(order)).toEqual(['theirs', 'own']);
  });
});

describe('nextAfter', () => {
  const order = [reviewItem('1'), reviewItem('2', { refusal: 'ownWork' }), reviewItem('3')];

  it.each([
    ['passes over what one may not decide on', '1', '3'],
    ['goes round to the first', '3', '1'],
    ['takes the first when the item is unknown', 'x', '1'],
  ])('%s', (_, from, expected) => {
    expect(ids([nextAfter(order, from) ?? []].flat())).toEqual([expected]);
  });

  it('knows when nothing is left', () => {
    expect(nextAfter([reviewItem('1'), reviewItem('2', { refusal: 'role' })], '1')).toBeUndefined();
  });
});
