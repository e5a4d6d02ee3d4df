/** Processor time that a run takes, in seconds: unlike the clock, it does not grow when the machine has other work. */
export function cpuSeconds(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
