import type { Report, SignOffPreview } from '@belegg/contract';
import { CodePointText, contentOf, liveClashes, type Clash } from '@belegg/domain';
import { createHash } from 'node:crypto';
import { toClashView } from '../annotations';
import { citedIn } from './render/cited';

/** SHA-256 of what a report says, apart from when it was made and who signed it. */
export const digestOf = (report: Report): string => createHash('sha256').update(contentOf(report)).digest('hex');

/** The strong ETag of a draft report: the same in each format, as long as it says the same. */
export const etagOf = (draft: Report): string => `"${digestOf(draft)}"`;

/** The claims of a draft that do not go together. */
export const clashesIn = ({ claims }: Report): Clash[] =>
  liveClashes(
    claims.map(({ annotationId, status, verdict, exact, range }) => ({
      id: annotationId,
      status,
      verdict,
      exact,
      range,
    })),
  );

/** What whoever signs a draft off is shown of it. */
export function toPreview(draft: Report): SignOffPreview {
  const { article, revision, coverage, claims, sources, sentences } = draft;
  const citedSource = citedIn(sources);
  const text = new CodePointText(revision.text);
  return {
    etag: etagOf(draft),
    article,
    revision: { number: revision.number, sha256: revision.sha256 },
    coverage,
    claims: claims.map(({ annotationId, number, verdict, status, exact, citations }) => ({
      annotationId,
      number,
      verdict,
      status,
      exact,
      sources: [...new Set(citations.map((citation) => citedSource(citation).name))],
    })),
    clashes: clashesIn(draft).map(toClashView),
    partly: sentences
      .filter(({ state }) => state === 'partly' || state === 'approvedInPart')
      .map(({ index, start, end, state, open, rest }) => ({
        index,
        text: text.slice(start, end),
        state,
        openWords: (open ?? rest ?? []).map((range) => text.slice(range.start, range.end)),
      })),
  };
}
