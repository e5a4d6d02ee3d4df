import { setTimeout as delay } from 'node:timers/promises';

/** In milliseconds: between two questions, for an answer, the first and the longest pause before another start. */
const usual = { interval: 5_000, patience: 5_000, firstPause: 1_000, longestPause: 60_000 };
/** Questions without an answer after which a server counts as stuck. */
const mostMisses = 3;

/**
 * Keeps a server alive: one that dies, or does not answer `/health` three times in a row, is started again, after a
 * pause that doubles until a server has lived for ten of the longest pauses.
 * @param {object} options
 * @param {() => Promise<import('./server.mjs').Server>} options.start
 * @param {string} options.health the address to ask
 * @param {(line: string) => void} options.tell
 * @param {Partial<typeof usual>} [options.times]
 * @returns {Promise<{ ended: Promise<void>, stop: () => Promise<void> }>} once the first one serves; `ended` comes
 * after `stop`
 */
export async function supervise({ start, health, tell, times = {} }) {
  const { interval, patience, firstPause, longestPause } = { ...usual, ...times };
  const stopping = new AbortController();
  let server = await start();

  async function live() {
    const since = performance.now();
    const gone = new AbortController();
    void server.ended.then(() => gone.abort());
    const signal = AbortSignal.any([stopping.signal, gone.signal]);
    for (let misses = 0; misses < mostMisses;) {
      await delay(interval, undefined, { signal }).catch(() => {});
      if (signal.aborted) break;
      misses = (await answers(health, patience)) ? 0 : misses + 1;
      if (misses === mostMisses) {
        tell(`The server has not answered ${mostMisses} times. Ending it.`);
        server.kill();
      }
    }
    await server.ended;
    return performance.now() - since;
  }

  async function keepAlive() {
    for (let pause = firstPause; ;) {
      const lived = await live();
      if (stopping.signal.aborted) return;
      if (lived > 10 * longestPause) pause = firstPause;
      for (;;) {
        tell(`The server ended unexpectedly. Starting it again in ${pause / 1000} s.`);
        await delay(pause, undefined, { signal: stopping.signal }).catch(() => {});
        if (stopping.signal.aborted) return;
        pause = Math.min(2 * pause, longestPause);
        try {
          server = await start();
          break;
        } catch (error) {
          tell(error instanceof Error ? error.message : String(error));
        }
      }
      if (stopping.signal.aborted) await server.stop();
    }
  }

  return {
    ended: keepAlive(),
    stop: async () => {
      stopping.abort();
      await server.stop();
    },
  };
}

/** @param {string} url @param {number} patience */
const answers = (url, patience) =>
  fetch(url, { signal: AbortSignal.timeout(patience) }).then(
    async (answer) => {
      await answer.body?.cancel();
      return answer.ok;
    },
    () => false,
  );
