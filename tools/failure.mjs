import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * A foreseen reason to stop. Its message is one line that says what is wrong and what to do about it.
 * Everything else that is thrown is a fault of the program, and keeps its stack trace.
 */
export class Failure extends Error {
  /** @param {string} [details] what a tool printed, where the line alone does not tell enough */
  constructor(message, details) {
    super(message);
    this.details = details;
  }
}

const fullDisk = /ENOSPC|EDQUOT|no space left on device|disk quota exceeded/i;

/** The Failure that a thrown value or a program's output amounts to: a full disk can show up anywhere. */
export function foreseen(error) {
  if (error instanceof Failure) return error;
  const text = typeof error === 'string' ? error : `${error?.code} ${error?.message}`;
  return fullDisk.test(text)
    ? new Failure('The disk is full. Make room, then start again: what was saved is safe.')
    : undefined;
}

/**
 * Runs the main function of a program, if that module is the program and not merely imported.
 * A Failure becomes one line on stderr and exit code 1.
 * @param {ImportMeta} module
 */
export async function runMain(module, main) {
  if (!process.argv[1] || realpathSync(process.argv[1]) !== fileURLToPath(module.url)) return;
  try {
    await main();
  } catch (error) {
    const failure = foreseen(error);
    if (failure?.details) console.error(failure.details);
    console.error(failure ? `belegg: ${failure.message}` : error);
    process.exit(1);
  }
}
