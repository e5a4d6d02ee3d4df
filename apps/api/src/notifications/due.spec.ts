import type { NotificationChoices } from '@belegg/contract';
import { dueAt } from './due';

const choices = (more: Partial<NotificationChoices> = {}): NotificationChoices => ({
  inPage: [],
  byMail: [],
  rhythm: 'soon',
  quietFrom: 22,
  quietUntil: 7,
  language: 'nb',
  ...more,
});
const due = (now: string, more?: Partial<NotificationChoices>) => dueAt(new Date(now), choices(more)).toISOString();

describe('when a mail is sent', () => {
  it.each([
    ['by day soon', '2026-12-01T12:00:00Z', {}, '2026-12-01T12:02:00.000Z'],
    ['by day within the hour', '2026-12-01T12:00:00Z', { rhythm: 'hourly' }, '2026-12-01T13:00:00.000Z'],
    ['in the evening on the next morning', '2026-12-01T21:30:00Z', {}, '2026-12-02T06:00:00.000Z'],
    ['at night in the morning', '2026-12-02T02:00:00Z', {}, '2026-12-02T06:00:00.000Z'],
    ['just before it is quiet, in the morning', '2026-12-01T20:59:00Z', {}, '2026-12-02T06:00:00.000Z'],
    ['in summer by the clocks of summer', '2026-07-01T21:00:00Z', {}, '2026-07-02T05:00:00.000Z'],
    ['by who has no quiet hours at any time', '2026-12-02T02:00:00Z', { quietFrom: 7 }, '2026-12-02T02:02:00.000Z'],
    ['by who sleeps by day', '2026-12-01T10:00:00Z', { quietFrom: 9, quietUntil: 17 }, '2026-12-01T16:00:00.000Z'],
    ['once a day in the morning', '2026-12-01T12:00:00Z', { rhythm: 'daily' }, '2026-12-02T06:00:00.000Z'],
    ['on the night of the change to summer', '2026-03-28T23:00:00Z', {}, '2026-03-29T05:00:00.000Z'],
  ] as const)('%s', (_, now, more, wanted) => {
    expect(due(now, more)).toBe(wanted);
  });
});
