import { ReadableStream } from 'node:stream/web';
import { TextDecoder, TextEncoder } from 'node:util';
import { messagesOf, type StreamMessage } from './event-stream';

// jsdom has none, every browser has one.
Object.assign(globalThis, { TextDecoder });

async function read(...chunks: Uint8Array[]): Promise<StreamMessage[]> {
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  const messages: StreamMessage[] = [];
  for await (const message of messagesOf(stream as unknown as globalThis.ReadableStream<Uint8Array>))
    messages.push(message);
  return messages;
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('messagesOf', () => {
  it('reads events, and leaves out signs of life', async () => {
    expect(
      await read(
        bytes('retry: 3000\n\nid: 7\nevent: article.created\ndata: {"a":1}\n\n: still here\n\nid: 8\ndata: x\n\n'),
      ),
    ).toEqual([
      { id: '7', data: '{"a":1}' },
      { id: '8', data: 'x' },
    ]);
  });

  it('puts together what came in pieces, in the middle of a letter too', async () => {
    const all = bytes('id: 7\ndata: blåbær\n\n');
    const cut = all.indexOf(0xc3) + 1;
    expect(await read(all.slice(0, 3), all.slice(3, cut), all.slice(cut))).toEqual([{ id: '7', data: 'blåbær' }]);
  });

  it('does not take half an event for one', async () => {
    expect(await read(bytes('id: 7\ndata: x\n'))).toEqual([]);
  });
});
