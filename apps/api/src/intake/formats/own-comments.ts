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
 * Parts comments that Belegg itself wrote, which are claims with their verdict, from what people said, which never is one.
 * Ours begin with a verdict and a status: "Omstridt · Godkjent".
 */
export function verdictsAmong(found: readonly FoundThread[]): FoundDrafts & { readonly threads: FoundThread[] } {
  const drafts: Draft[] = [];
  const notFound: { exact: string }[] = [];
  const threads: FoundThread[] = [];
  for (const thread of found) {
    const [, ...rest] = (thread.comments[0]?.text ?? '').split('\n');
    const verdict = ownVerdict(thread.comments[0]?.text ?? '');
    if (verdict === undefined || thread.comments.length > 1) threads.push(thread);
    else if (thread.range && thread.place === 'passage')
      drafts.push({ range: thread.range, verdict, rationale: rest.join('\n').trim(), citations: [] });
    else notFound.push({ exact: thread.exact });
  }
  return { drafts, notFound, threads };
}
