import { byDay } from './by-day';
import { event } from './test/event';

describe('byDay', () => {
  it('cuts where the reader’s day ends, and keeps the order', () => {
    const at = (id: string, moment: string) => event('annotation.approved', {}, { id, at: moment });
    const days = byDay(
      [at('3', '2024-12-01T23:30:00.000Z'), at('2', '2024-12-01T22:30:00.000Z'), at('1', '2024-12-01T08:00:00.000Z')],
      'Europe/Oslo',
    );
    expect(days.map(({ day, events }) => [day, events.map(({ id }) => id)])).toEqual([
      ['2024-12-02', ['3']],
      ['2024-12-01', ['2', '1']],
    ]);
  });

  it('is empty without events', () => {
    expect(byDay([])).toEqual([]);
  });
});
