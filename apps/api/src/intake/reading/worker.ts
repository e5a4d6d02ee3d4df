import { ProblemError } from '../../platform/problem-error';
import { perform } from './perform';
import { ready, type ReadingAnswer, type ReadingTask } from './task';

async function answerTo(task: ReadingTask): Promise<ReadingAnswer> {
  try {
    return { reading: await perform(task) };
  } catch (error) {
    if (error instanceof ProblemError) return { problem: { code: error.code, details: error.details } };
    // What is nested beyond the stack, or longer than a string can be, is no fault of the reader.
    if (error instanceof RangeError) return { problem: { code: 'reading-limit', details: {} } };
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

process.on('message', (task: ReadingTask) => void answerTo(task).then((answer) => process.send?.(answer)));
// The server has gone.
process.on('disconnect', () => process.exit());
process.send?.(ready);
