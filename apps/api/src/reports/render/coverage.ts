import type { Report } from '@belegg/contract';
import { CodePointText, isSettled } from '@belegg/domain';
import type { ReportWords } from './words';

type ReportSentence = Report['sentences'][number];

/** A sentence of a report, with the words of it that are meant. */
export type QuotedSentence = ReportSentence & { readonly quote: string };

/** How many sentences of a report are checked. `inPart` is undefined in reports from before words were counted. */
export function coverageCounts({ coverage, sentences }: Report) {
  const { approved, partly, byState } = coverage;
  const notCheckable = byState.notCheckable ?? 0;
  const inPart = partly === undefined ? undefined : (byState.approvedInPart ?? 0);
  const open = sentences.length - approved - notCheckable - (inPart ?? 0);
  return { sentences: sentences.length, approved, inPart, notCheckable, open };
}

/** The same in a few words: "16 of 18", "16 in full, 2 in part, of 18". */
export function coverageInShort(report: Report, { of, inFull, inPart: partly }: ReportWords): string {
  const { approved, inPart = 0 } = coverageCounts(report);
  const { checkable } = report.coverage;
  return inPart === 0
    ? `${approved} ${of} ${checkable}`
    : `${approved} ${inFull}, ${inPart} ${partly}, ${of} ${checkable}`;
}

/** What two people agree needs no check: whole sentences, and the rest of those that are checked in part. */
export function withoutCheck(report: Report): QuotedSentence[] {
  return quoted(report, ({ state }) => state === 'notCheckable' || state === 'approvedInPart', 'rest');
}

/** What is still to be done, and of sentences that are partly covered, which words. */
export function stillOpen(report: Report): QuotedSentence[] {
  return quoted(report, ({ state }) => !isSettled(state), 'open');
}

function quoted(
  { revision, sentences }: Report,
  which: (sentence: ReportSentence) => boolean,
  part: 'rest' | 'open',
): QuotedSentence[] {
  const text = new CodePointText(revision.text);
  return sentences.filter(which).map((sentence) => {
    const stretches = sentence[part] ?? [sentence];
    return { ...sentence, quote: stretches.map(({ start, end }) => text.slice(start, end)).join(' … ') };
  });
}
