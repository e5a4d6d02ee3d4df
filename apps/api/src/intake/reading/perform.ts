import { parse } from 'node:path';
import { noDrafts } from '../found';
import { readFile } from '../formats/file';
import { complete, takeIn } from '../intake';
import type { Reading, ReadingTask } from './task';

/** Does a task, in whatever process this is. @throws ProblemError as `readFile`, `complete` and `takeIn` */
export async function perform(task: ReadingTask): Promise<Reading> {
  if (task.kind === 'content')
    return { ...noDrafts, threads: [], remarks: [], intake: takeIn(task.raw, task.language) };
  const { text, language, threads = [], remarks = [], ...found } = await readFile(parse(task.name).ext, task.bytes);
  return { ...found, threads, remarks, intake: complete(text, task.language ?? language) };
}
