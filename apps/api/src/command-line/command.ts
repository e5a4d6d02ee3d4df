import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** What a command did: a line or more for people, and the same as data for programs. */
export interface Done {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What a command can reach. */
export interface Surroundings {
  /** The program on the database that the settings name; it is only opened for those that ask. */
  readonly app: () => Promise<NestFastifyApplication>;
  /** Tells whoever waits how far it is; to the terminal's error output, so that results stay clean. */
  readonly progress: (line: string) => void;
}

/** One command of `npm run belegg`. */
export interface Command {
  /** What stands after `npm run belegg --`, and then what it is for. */
  readonly usage: string;
  /**
   * @param args what follows the command's name
   * @throws UsageError for a wrong use, CommandError for what is right but cannot be done
   */
  run(args: readonly string[], surroundings: Surroundings): Promise<Done>;
}

/** The command was used wrongly: exit code 2. */
export class UsageError extends Error {}

/** The command was right and could not be done; the message is one line that says why: exit code 1. */
export class CommandError extends Error {}
