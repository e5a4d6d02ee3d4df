import type { PublicClaims, Report } from '@belegg/contract';
import { CodePointText, touchedSentences } from '@belegg/domain';
import { rationaleText } from './render/rationale-tree';
import { wordsFor } from './render/words';

/** The most characters of a rationale that pages of others show. */
const longestSummary = 300;

interface Place {
  readonly sha256: string;
  /** Where the report itself stands. */
  readonly address: string;
  readonly articleUrl: string;
}

/**
 * The approved claims of a report, with the words that have to stand around each for it to hold: those by which an
 * approval is carried to a new text (`mayCarry`).
 * @param report as the public profile shows it
 */
export function publicClaimsOf(report: Report, { sha256, address, articleUrl }: Place): PublicClaims {
  const { article, newsroom, signOff, createdAt, revision, sentences } = report;
  const words = wordsFor(article.language);
  const points = new CodePointText(revision.text);
  return {
    title: article.title,
    newsroom: newsroom.name,
    language: article.language,
    url: address,
    ...(articleUrl !== '' && { articleUrl }),
    signedOffAt: signOff?.at ?? createdAt,
    sha256,
    claims: report.claims.flatMap(({ number, verdict, status, exact, range, rationale }) => {
      if (status !== 'approved' || !range) return [];
      const touched = touchedSentences(sentences, range);
      const [first = 0, last = 0] = [touched[0], touched.at(-1)];
      const block = revision.blocks.find(({ start, end }) => start <= range.start && range.start < end);
      const before = sentences[first - 1];
      const isInBlock = before !== undefined && block !== undefined && before.start >= block.start;
      const from = isInBlock ? before.start : (sentences[first]?.start ?? range.start);
      return {
        number,
        verdict,
        label: words.verdicts[verdict],
        // A line feed where a paragraph begins, so that nothing may stand before it there either.
        before: (isInBlock ? '' : '\n') + points.slice(Math.min(from, range.start), range.start),
        exact,
        after: points.slice(range.end, Math.max(sentences[last]?.end ?? range.end, range.end)),
        summary: shortened(rationaleText(rationale)),
        url: `${address}#claim-${number}`,
      };
    }),
  };
}

const shortened = (text: string): string =>
  text.length <= longestSummary ? text : `${text.slice(0, longestSummary).replace(/\s\S*$/, '')} …`;
