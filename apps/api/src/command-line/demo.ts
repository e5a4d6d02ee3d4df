import { loadDemo } from '../demo';
import type { Command } from './command';

export const demo: Command = {
  usage: `demo
    Loads the demo newsroom, if the database is empty. Its password is known to everybody: never on a server that others reach.`,
  async run(_, { app }) {
    const loaded = await loadDemo(await app());
    return {
      text: loaded ? 'The demo newsroom is loaded.' : 'The database is not empty: nothing was loaded.',
      data: { loaded },
    };
  },
};
