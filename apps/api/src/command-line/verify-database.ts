import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { HeadRebuilder } from '../annotations';
import { EventChain } from '../events';
import { EvidenceChecker } from '../evidence';
import { Database } from '../platform/database/database';
import { ReportChecker } from '../reports';
import { CommandError, type Done, type Surroundings } from './command';

/**
 * Holds all that a database and its evidence say against each other: the chain of each log, the numbers of each article's
 * events, heads against facts, reports against hash and log, evidence against its name. Changes nothing.
 * @throws CommandError with a line for each fault
 */
export async function verifyDatabase({ app, progress }: Surroundings): Promise<Done> {
  const program = await app();
  const newsrooms = await program.get(Database).lookUp((tx) => tx.newsroom.findMany({ select: { id: true } }));
  const faults: string[] = [];
  for (const [index, { id }] of newsrooms.entries()) {
    progress(`${index + 1} of ${newsrooms.length} newsrooms`);
    faults.push(...(await faultsOfNewsroom(program, id)));
  }
  const heads = program.get(HeadRebuilder, { strict: false });
  const articles = await heads.all();
  for (const [index, article] of articles.entries()) {
    progress(`${index + 1} of ${articles.length} articles`);
    faults.push(...(await heads.faults(article)));
  }
  if (faults.length > 0) throw new CommandError(faults.join('\n'));
  return {
    text: `Logs, heads, reports and evidence of ${newsrooms.length} newsrooms (${articles.length} articles) agree.`,
    data: { newsrooms: newsrooms.length, articles: articles.length },
  };
}

async function faultsOfNewsroom(program: NestFastifyApplication, newsroomId: string): Promise<string[]> {
  const chain = program.get(EventChain, { strict: false });
  return [
    ...(await chain.faults(newsroomId)).map(
      ({ position }) => `newsroom ${newsroomId}: the log is not what was written, from position ${position} on`,
    ),
    ...(await chain.gaps(newsroomId)).map((id) => `article ${id}: its events are not numbered without a gap`),
    ...(await program.get(ReportChecker, { strict: false }).faults(newsroomId)),
    ...(await program.get(EvidenceChecker, { strict: false }).faults(newsroomId)),
  ];
}
