import { parseArgs } from 'node:util';
import { HeadRebuilder } from '../annotations';
import { CommandError, type Command } from './command';

export const headsRebuild: Command = {
  usage: `heads rebuild
    Projects what holds now of every article and annotation anew from its facts. The server may run meanwhile.`,
  async run(args, surroundings) {
    parseArgs({ args: [...args], options: {} });
    const heads = (await surroundings.app()).get(HeadRebuilder, { strict: false });
    const articles = await heads.all();
    for (const [index, article] of articles.entries()) {
      surroundings.progress(`${index + 1} of ${articles.length} articles`);
      await heads.rebuildArticle(article);
    }
    return { text: `The heads of ${articles.length} articles are rebuilt.`, data: { articles: articles.length } };
  },
};

export const verifyHeads: Command = {
  usage: `verify heads
    Compares what holds now of every article and annotation with what follows from its facts. Changes nothing.`,
  async run(args, surroundings) {
    parseArgs({ args: [...args], options: {} });
    const heads = (await surroundings.app()).get(HeadRebuilder, { strict: false });
    const articles = await heads.all();
    const faults: string[] = [];
    for (const [index, article] of articles.entries()) {
      surroundings.progress(`${index + 1} of ${articles.length} articles`);
      faults.push(...(await heads.faults(article)));
    }
    if (faults.length > 0) throw new CommandError(faults.join('\n'));
    return {
      text: `The heads of ${articles.length} articles are what their facts say.`,
      data: { articles: articles.length },
    };
  },
};
