import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ReviewItem } from '@belegg/contract';
import { Reading } from './reading';
import { ReviewQueue } from './review-queue';
import { reviewItem } from './test/review-item';

describe('Reading', () => {
  const items = signal<readonly ReviewItem[]>([]);
  const id = '0198c000-0000-7000-8000-000000000001';
  const [seen, edited] = [
    reviewItem(id, { etag: '"1"' }),
    reviewItem(id, { etag: '"2"', annotation: { rationale: 'Nytt.' } }),
  ];
  let reading: Reading;

  beforeEach(() => {
    items.set([seen]);
    const queue = {
      find: (wanted: string | undefined) => items().find(({ annotation }) => annotation.id === wanted),
      loaded: () => true,
    };
    TestBed.configureTestingModule({
      providers: [Reading, provideHttpClient(), provideHttpClientTesting(), { provide: ReviewQueue, useValue: queue }],
    });
    reading = TestBed.inject(Reading);
    reading.choose(id);
  });

  it('does not change under the eyes of who reads, and catches up when asked', () => {
    expect(reading.item()).toBe(seen);
    items.set([edited]);
    expect([reading.item(), reading.isOutdated()]).toEqual([seen, true]);
    reading.catchUp();
    expect([reading.item(), reading.before(), reading.isOutdated()]).toEqual([edited, seen, false]);
  });

  it('keeps what left the queue on the screen, and finds out what became of it', async () => {
    expect(reading.item()).toBe(seen);
    items.set([]);
    expect([reading.item(), reading.isGone()]).toEqual([seen, true]);
    TestBed.tick();
    TestBed.inject(HttpTestingController)
      .expectOne(`/api/annotations/${id}`)
      .flush({ ...seen.annotation, articleId: id, status: 'returned', others: [] });
    await new Promise((resolve) => setTimeout(resolve));
    expect(reading.outcome()?.status).toBe('returned');
  });

  it('forgets the former reading with the next item', () => {
    items.set([edited, reviewItem('2')]);
    reading.catchUp();
    reading.choose('2');
    expect([reading.item()?.annotation.id, reading.before(), reading.isGone()]).toEqual(['2', undefined, false]);
    reading.choose(undefined);
    expect(reading.item()).toBeUndefined();
  });
});
