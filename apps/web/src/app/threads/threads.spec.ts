import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { routes, type EventView, type ThreadView } from '@belegg/contract';
import { Subject } from 'rxjs';
import { annotation, kari, ola, problem, uuid } from '../annotate/test/scene';
import { Api } from '../shell/api';
import { Connection } from '../shell/connection';
import { Live } from '../shell/live';
import { Session } from '../shell/session';
import { Threads } from './threads';
import { Written } from './written';

const article = uuid(10);
const at = '2024-12-01T10:00:00Z';
const thread = (n: number, more: Partial<ThreadView> = {}): ThreadView => ({
  id: uuid(n),
  articleId: article,
  isAnswered: false,
  comments: [{ number: 1, author: ola, at, text: 'Hvem?', mentions: [], revision: 1 }],
  unread: 1,
  createdAt: at,
  ...more,
});
const on = (start: number, end: number): Partial<ThreadView> => {
  const [position, quote] = annotation(1, start, end).selector;
  return { passage: { exact: quote.exact, anchor: { outcome: 'unchanged' }, selector: [position, quote] } };
};

describe('Threads', () => {
  const call = jest.fn<Promise<unknown>, [unknown, unknown]>();
  const lost = signal(false);
  let events: Subject<EventView>;
  let threads: Threads;
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  const told = (type: EventView['type'], articleId = article): void =>
    events.next({ id: '1', type, at, actor: ola, articleId, data: {} });

  beforeEach(async () => {
    jest.useFakeTimers({ doNotFake: ['setTimeout', 'nextTick', 'setImmediate'] });
    call.mockReset();
    localStorage.clear();
    events = new Subject();
    TestBed.configureTestingModule({
      providers: [
        Threads,
        Written,
        { provide: Api, useValue: { call } },
        { provide: Live, useValue: { events } },
        { provide: Connection, useValue: { lost } },
        { provide: Session, useValue: { current: signal({ account: kari }) } },
      ],
    });
    threads = TestBed.inject(Threads);
    call.mockResolvedValue({ items: [thread(2), thread(1, { unread: 0 })] });
    threads.follow(article);
    TestBed.tick();
    await settle();
    call.mockClear();
  });
  afterEach(() => jest.useRealTimers());

  it('are those of the article, the oldest first, with what was not read', () => {
    expect(threads.all().map(({ id }) => id)).toEqual([uuid(1), uuid(2)]);
    expect(threads.unread()).toBe(1);
  });

  it('are read anew when somebody says something here or the text is another one, once for a burst', async () => {
    told('thread.answered', uuid(99));
    told('annotation.edited');
    jest.advanceTimersByTime(400);
    expect(call).not.toHaveBeenCalled();
    told('thread.answered');
    told('article.revised');
    jest.advanceTimersByTime(400);
    await settle();
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('lose nothing that was said while all were read', async () => {
    let answer: (value: unknown) => void = () => undefined;
    call.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const reading = threads.load();
    call.mockResolvedValueOnce(thread(3));
    await threads.begin({ articleId: article, text: 'Nytt', mentions: [] });
    answer({ items: [thread(1)] });
    await reading;
    expect(threads.all().map(({ id }) => id)).toEqual([uuid(1), uuid(3)]);
  });

  it('about an annotation are those on it and those on its words, and no others', async () => {
    const own = annotation(7, 0, 17);
    call.mockResolvedValueOnce({
      items: [thread(1, { annotationId: own.id }), thread(2, on(10, 20)), thread(3, on(18, 30)), thread(4)],
    });
    await threads.load();
    expect(threads.about(own).map(({ id }) => id)).toEqual([uuid(1), uuid(2)]);
    expect(threads.about({ ...own, anchor: { outcome: 'orphaned' } }).map(({ id }) => id)).toEqual([uuid(1)]);
  });

  it('are read once, and only when there is something new', async () => {
    call.mockResolvedValueOnce(thread(2, { unread: 0 }));
    await threads.read(thread(2));
    await threads.read(thread(2, { unread: 0 }));
    expect(call.mock.calls).toEqual([[routes.readThread, { params: { id: uuid(2) }, body: { upTo: 1 } }]]);
    expect(threads.unread()).toBe(0);
  });

  it('are read anew when a comment was changed elsewhere', async () => {
    call.mockRejectedValueOnce(problem('stale', 412));
    await expect(threads.edit(thread(2), 1, 1, { text: 'x', mentions: [] })).rejects.toThrow();
    expect(call.mock.calls.map(([route]) => route)).toEqual([routes.editComment, routes.listThreads]);
  });

  describe('what is typed', () => {
    const again = (): Written => TestBed.runInInjectionContext(() => new Written());

    it('is kept for who typed it until it is sent', () => {
      TestBed.inject(Written).keep('answer.1', 'Halvferdig');
      expect(again().of('answer.1')).toBe('Halvferdig');
      TestBed.inject(Written).forget('answer.1');
      expect(again().of('answer.1')).toBeUndefined();
    });

    it('about passages is kept with them, whatever other tabs begin meanwhile', () => {
      const [position, quote] = annotation(1, 0, 17).selector;
      const begun = (key: string) => ({
        key,
        selector: [position, quote] as [typeof position, typeof quote],
        articleRevision: 1,
      });
      const [one, other] = [TestBed.inject(Written), again()];
      one.begin(article, begun('a'));
      other.begin(article, begun('b'));
      one.begin(article, begun('c'));
      expect(
        again()
          .begunIn(article)
          .map(({ key }) => key),
      ).toEqual(['a', 'b', 'c']);
      one.keep(`${article}.a`, 'x');
      one.end(article, 'a');
      expect(
        again()
          .begunIn(article)
          .map(({ key }) => key),
      ).toEqual(['b', 'c']);
      expect(again().of(`${article}.a`)).toBeUndefined();
    });
  });
});
