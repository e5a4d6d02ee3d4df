/** A server-sent event as far as we need it. */
export interface StreamMessage {
  readonly id: string;
  readonly data: string;
}

/**
 * Reads server-sent events (HTML Living Standard, 9.2.6) as they come. Signs of life and events without data are left
 * out.
 */
export async function* messagesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamMessage> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const parts = (rest + decoder.decode(value, { stream: true })).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        const message = { id: fieldOf(part, 'id'), data: fieldOf(part, 'data') };
        if (message.data) yield message;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function fieldOf(part: string, name: string): string {
  const start = `${name}: `;
  return part
    .split('\n')
    .filter((line) => line.startsWith(start))
    .map((line) => line.slice(start.length))
    .join('\n');
}
