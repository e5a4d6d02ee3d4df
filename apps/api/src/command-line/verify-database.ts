import { NewsroomCheck } from '../jobs';
import { Database } from '../platform/database/database';
import { CommandError, type Done, type Surroundings } from './command';

/**
 * Holds all that a database and its evidence say against each other: the chain of each log, the numbers of each
 * article's events, heads against facts, reports against hash and log, evidence against its name. Changes nothing.
 * @throws CommandError with a line for each fault
 */
export async function verifyDatabase({ app, progress }: Surroundings): Promise<Done> {
  const program = await app();
  const newsrooms = await program.get(Database).lookUp((tx) => tx.newsroom.findMany({ select: { id: true } }));
  const check = program.get(NewsroomCheck, { strict: false });
  const faults: string[] = [];
  let articles = 0;
  for (const [index, { id }] of newsrooms.entries()) {
    const found = await check.run(id, async (done, total) => {
      progress(`newsroom ${index + 1} of ${newsrooms.length}: ${done} of ${total}`);
    });
    faults.push(...found.faults);
    articles += found.articles;
  }
  if (faults.length > 0) throw new CommandError(faults.join('\n'));
  return {
    text: `Logs, heads, reports and evidence of ${newsrooms.length} newsrooms (${articles} articles) agree.`,
    data: { newsrooms: newsrooms.length, articles },
  };
}
