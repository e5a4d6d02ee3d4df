import type { Verdict } from '@belegg/domain';
import type { Draft, FoundDrafts, FoundThread } from '../found';
import { verdictNamed } from './verdict';

/** The verdict of a comment that Belegg wrote: "Omstridt · Godkjent". */
export function ownVerdict(text: string): Verdict | undefined {
  const [first = ''] = text.split('\n', 1);
  const [verdictWord = '', statusWord] = first.split(' · ');
  return statusWord === undefined ? undefined : verdictNamed(verdictWord);
}

/**
 * The eight digits at the end of a comment that Belegg wrote for a claim: whatever a program drops, it keeps the words.
 */
export const ownReference = (text: string): string | undefined => /\bBelegg ([0-9A-F]{8})$/.exec(text.trim())?.[1];

/**
 * Parts comments that Belegg itself wrote, which are claims with their verdict, from what people said, which never is
 * one. Ours begin with a verdict and a status: "Omstridt · Godkjent". What was answered to one is a thread on its
 * passage.
 */
export function verdictsAmong(found: readonly FoundThread[]): FoundDrafts & {
  readonly threads: FoundThread[];
  readonly asWritten: readonly FoundThread[];
} {
  const drafts: Draft[] = [];
  const notFound: { exact: string }[] = [];
  const threads: FoundThread[] = [];
  for (const thread of found) {
    const [first, ...replies] = thread.comments;
    const verdict = ownVerdict(first?.text ?? '');
    if (verdict === undefined) {
      if (first) threads.push(thread);
      continue;
    }
    const [, ...rest] = (first?.text ?? '').split('\n');
    if (thread.range && thread.place === 'passage')
      drafts.push({ range: thread.range, verdict, rationale: rest.join('\n').trim(), citations: [] });
    else notFound.push({ exact: thread.exact });
    if (replies.length > 0) threads.push({ ...thread, comments: replies });
  }
  return { drafts, notFound, threads, asWritten: found };
}
