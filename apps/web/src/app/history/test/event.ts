import type { EventType, EventView } from '@belegg/contract';

/** An entry of the log as the server sends it, for specs. */
export function event(type: EventType, data: EventView['data'] = {}, more: Partial<EventView> = {}): EventView {
  return {
    id: '1',
    type,
    at: '2024-12-01T15:20:00.000Z',
    actor: { id: 'p', name: 'Kari Holm' },
    articleId: 'a',
    seq: 1,
    subjectId: 's',
    data,
    ...more,
  };
}
