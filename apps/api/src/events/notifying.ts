import { z } from 'zod';
import type { NewEvent } from './log';

const naming = z.object({ mentions: z.array(z.uuid()).optional(), askedId: z.uuid().optional() });
const lapsing = z.object({ before: z.object({ status: z.literal('approved') }) });

/** Whether somebody is to be told of an event: then a job looks who. */
export function isToBeTold({ type, data = {} }: Pick<NewEvent, 'type' | 'data'>): boolean {
  if (type === 'annotation.returned' || type === 'report.signed' || type === 'article.revised') return true;
  if (type === 'assignment.made' || type === 'assignment.changed') return true;
  if (type === 'annotation.edited') return lapsing.safeParse(data).success;
  const { mentions = [], askedId } = (type.startsWith('thread.') ? naming.safeParse(data).data : undefined) ?? {};
  return mentions.length > 0 || askedId !== undefined;
}
