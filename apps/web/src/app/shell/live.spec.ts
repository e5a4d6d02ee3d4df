import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ReadableStream } from 'node:stream/web';
import { TextDecoder, TextEncoder } from 'node:util';
import type { EventView } from '@belegg/contract';
import { Connection } from './connection';
import { Live } from './live';
import { Session } from './session';

// jsdom has none of these, every browser has all.
Object.assign(globalThis, { TextDecoder });

class Channel {
  static readonly open = new Set<Channel>();
  onmessage: ((event: { data: unknown }) => void) | undefined;
  constructor(readonly name: string) {
    Channel.open.add(this);
  }
  postMessage(data: unknown): void {
    for (const other of Channel.open) if (other !== this && other.name === this.name) other.onmessage?.({ data });
  }
  close(): void {
    Channel.open.delete(this);
  }
}

const event = (id: string): EventView => ({
  id,
  type: 'article.created',
  at: '2024-12-01T10:00:00Z',
  actor: { id: '01938000-0000-7000-8000-000000000001', name: 'Kari' },
  data: {},
});
const written = (id: string): string => `id: ${id}\nevent: article.created\ndata: ${JSON.stringify(event(id))}\n\n`;
const soon = (ms = 5): Promise<void> => jest.advanceTimersByTimeAsync(ms);

describe('Live', () => {
  const newsroom = signal<{ newsroom: { id: string }; mustChangePassword?: boolean } | undefined>(undefined);
  const ask = jest.fn<
    Promise<{ ok: boolean; body: unknown }>,
    [string, RequestInit & { headers: Record<string, string> }]
  >();
  const lose = jest.fn();
  let streams: ReadableStreamDefaultController<Uint8Array>[];

  beforeEach(() => {
    jest.useFakeTimers();
    ask.mockReset().mockImplementation(() =>
      Promise.resolve({
        ok: true,
        body: new ReadableStream<Uint8Array>({
          start: (controller) => {
            streams.push(controller);
          },
        }),
      }),
    );
    lose.mockReset();
    streams = [];
    newsroom.set(undefined);
    Object.assign(globalThis, { fetch: ask, BroadcastChannel: Channel });
    TestBed.configureTestingModule({
      providers: [
        { provide: Session, useValue: { current: newsroom } },
        { provide: Connection, useValue: { lose, restore: () => undefined } },
      ],
    });
  });
  afterEach(() => {
    newsroom.set(undefined);
    TestBed.tick();
    Channel.open.clear();
    jest.useRealTimers();
    for (const name of ['fetch', 'BroadcastChannel']) Reflect.deleteProperty(globalThis, name);
  });

  const listen = async (): Promise<string[]> => {
    const heard: string[] = [];
    TestBed.inject(Live).events.subscribe(({ id }) => heard.push(id));
    newsroom.set({ newsroom: { id: 'a' } });
    TestBed.tick();
    await soon();
    return heard;
  };
  const send = async (text: string): Promise<void> => {
    streams.at(-1)?.enqueue(new TextEncoder().encode(text));
    await soon();
  };

  it('tells what the server tells, to this tab and the others', async () => {
    const other = new Channel('belegg.events.a');
    const passedOn: unknown[] = [];
    other.onmessage = ({ data }) => passedOn.push(data);
    const heard = await listen();
    await send(written('7') + written('8'));
    expect(heard).toEqual(['7', '8']);
    expect(passedOn).toHaveLength(2);
  });

  it('hears from the tab that listens', async () => {
    const heard = await listen();
    new Channel('belegg.events.a').postMessage({ id: '9', data: JSON.stringify(event('9')) });
    expect(heard).toEqual(['9']);
  });

  it('goes on after the last event when the stream breaks', async () => {
    const heard = await listen();
    expect(ask.mock.calls[0]?.[1].headers).toEqual({});
    await send(written('7'));
    streams[0]?.close();
    await soon(3100);
    expect(ask.mock.calls[1]?.[1].headers).toEqual({ 'Last-Event-ID': '7' });
    await send(written('8'));
    expect(heard).toEqual(['7', '8']);
  });

  it('notes that the server is gone, and keeps asking', async () => {
    ask.mockRejectedValue(new TypeError('failed'));
    await listen();
    await soon(6100);
    expect(lose).toHaveBeenCalled();
    expect(ask.mock.calls.length).toBe(3);
  });

  it('ends with the session, and knows nothing of the old newsroom in the next', async () => {
    await listen();
    await send(written('7'));
    newsroom.set({ newsroom: { id: 'b' } });
    TestBed.tick();
    await soon();
    expect(ask.mock.calls[0]?.[1].signal?.aborted).toBe(true);
    expect(ask.mock.calls[1]?.[1].headers).toEqual({});
    expect([...Channel.open].map(({ name }) => name)).toEqual(['belegg.events.b']);
  });

  it('waits until a one-time password was changed', async () => {
    TestBed.inject(Live);
    newsroom.set({ newsroom: { id: 'a' }, mustChangePassword: true });
    TestBed.tick();
    await soon();
    expect(ask).not.toHaveBeenCalled();
    newsroom.set({ newsroom: { id: 'a' } });
    TestBed.tick();
    await soon();
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('passes over what it does not understand', async () => {
    const heard = await listen();
    await send(`id: 7\ndata: {"type":"unheard.of"}\n\n${written('8')}`);
    expect(heard).toEqual(['8']);
  });
});
