import { fromWallClock, toWallClock } from './wall-clock';

describe('The newsroom’s clocks', () => {
  it('give back the moment that they showed, in winter, in summer and around the change', () => {
    expect(fromWallClock('2026-12-01T14:00')).toBe('2026-12-01T13:00:00.000Z');
    expect(fromWallClock('2026-07-01T14:00')).toBe('2026-07-01T12:00:00.000Z');
    expect(fromWallClock('')).toBeUndefined();
    for (const typed of ['2026-03-29T01:30', '2026-03-29T03:30', '2026-10-25T01:30', '2026-10-25T04:30'])
      expect(toWallClock(fromWallClock(typed) ?? '')).toBe(typed);
  });
});
