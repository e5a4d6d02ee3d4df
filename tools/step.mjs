const pulse = 2000;
let stream = process.stdout;

/** Where lines about work go: to standard output, unless that is for data. */
export function reportTo(other) {
  stream = other;
}

/**
 * Writes one line about a piece of work: what it is, a dot every two seconds while it lasts, and how long it took.
 * @template T
 * @param {string} label
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const start = performance.now();
  stream.write(`${label} ..`);
  const timer = setInterval(() => stream.write('.'), pulse);
  try {
    const result = await work();
    stream.write(` ${seconds(performance.now() - start)}\n`);
    return result;
  } catch (error) {
    stream.write(' failed\n');
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** "0.4 s", "75 s", "2 min 5 s". */
export function seconds(milliseconds) {
  const all = milliseconds / 1000;
  if (all < 9.95) return `${all.toFixed(1)} s`;
  const whole = Math.round(all);
  return whole < 120 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
