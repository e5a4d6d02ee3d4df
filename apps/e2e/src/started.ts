import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * A Belegg of its own, started as `npm start` does, whose parts can be killed. Linux: it looks for processes in /proc.
 */
export class Started {
  private constructor(
    private readonly dataDir: string,
    private readonly port: number,
    private process: ChildProcess,
  ) {}

  static async fresh(): Promise<Started> {
    const dataDir = mkdtempSync(join(tmpdir(), 'belegg-crash-'));
    chmodSync(dataDir, 0o755); // as root, PostgreSQL runs as another user
    const port = await freePort();
    return new Started(dataDir, port, await start(dataDir, port));
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** kill -9 of the API's process, of PostgreSQL's first one, or of the program that supervises both. */
  async kill(part: 'server' | 'database' | 'supervisor'): Promise<void> {
    const mark = part === 'database' ? '/postgres\0-D' : 'dist/apps/api/main.js';
    const pid = processes().find(({ parent, command }) => parent === this.process.pid && command.includes(mark))?.pid;
    if (pid === undefined) throw new Error(`no ${part} is running`);
    if (part !== 'supervisor') return void process.kill(pid, 'SIGKILL');
    this.process.kill('SIGKILL');
    await ended(this.process);
    // The server notices, and ends by itself; until then it has the port.
    while (processes().some((other) => other.pid === pid)) await new Promise((resolve) => setTimeout(resolve, 100));
  }

  /** Starts it again on the same data. */
  async again(): Promise<void> {
    this.process = await start(this.dataDir, this.port);
  }

  async end(): Promise<void> {
    if (this.process.exitCode === null) {
      this.process.kill('SIGTERM');
      await ended(this.process);
    }
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

function start(dataDir: string, port: number): Promise<ChildProcess> {
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, DATABASE_URL: '' };
  const child = spawn(process.execPath, ['tools/start.mjs'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (text: Buffer): void => {
      output += text.toString();
      if (output.includes(`http://127.0.0.1:${port}`)) resolve(child);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${output}`)));
  });
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) =>
    child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve(),
  );

function processes(): { pid: number; parent: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const parent = Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]);
        return [{ pid: Number(name), parent, command: readFileSync(`/proc/${name}/cmdline`, 'utf8') }];
      } catch {
        return [];
      }
    });
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
