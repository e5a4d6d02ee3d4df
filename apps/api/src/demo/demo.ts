import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import dagensNord from './dagens-nord.json' with { type: 'json' };
import fjordposten from './fjordposten.json' with { type: 'json' };
import { Passwords } from '../members';
import { Database } from '../platform/database/database';
import { demoPassword, StoryPlayer } from './story-player';
import { story } from './story';

const stories = [fjordposten, dagensNord].map((told) => story.parse(told));
const emails = stories.flatMap(({ people }) => Object.values(people).map(({ email }) => email));
/** Whoever is told of last. */
const last = emails.at(-1) ?? '';

/** `empty`: no newsroom. `unfinished`: the demo was cut short while it was loaded. `filled`: anything else. */
export type Filling = 'empty' | 'unfinished' | 'filled';

export async function filling(database: Database): Promise<Filling> {
  return database.lookUp(async (tx) => {
    if ((await tx.newsroom.count()) === 0) return 'empty';
    const begun = await tx.account.count({ where: { email: { in: emails } } });
    const told = await tx.annotation.count({
      where: { article: { newsroom: { memberships: { some: { account: { email: last } } } } } },
    });
    return begun > 0 && told === 0 ? 'unfinished' : 'filled';
  });
}

/**
 * Loads the demo newsroom and a second one into an empty database, and begins again where it was cut short.
 * @returns whether it did
 */
export async function loadDemo(app: NestFastifyApplication): Promise<boolean> {
  const database = app.get(Database);
  const found = await filling(database);
  if (found === 'filled') return false;
  if (found === 'unfinished')
    await database.acrossNewsrooms((tx) => tx.$executeRaw`TRUNCATE "Newsroom", "Account" CASCADE`);
  for (const told of stories) await StoryPlayer.of(app, told);
  return true;
}

/** Whether the demo's password, which everybody knows, opens an account. */
export async function opensToEverybody(app: NestFastifyApplication): Promise<boolean> {
  const accounts = await app
    .get(Database)
    .lookUp((tx) => tx.account.findMany({ where: { email: { in: emails } }, select: { passwordHash: true } }));
  const passwords = app.get(Passwords, { strict: false });
  const matches = await Promise.all(accounts.map(({ passwordHash }) => passwords.matches(passwordHash, demoPassword)));
  return matches.includes(true);
}
