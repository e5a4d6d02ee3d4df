import { Injectable } from '@nestjs/common';
import type { Report } from '@belegg/contract';
import { CodePointText, openSentences, type Clash } from '@belegg/domain';
import { contradicts, toClashView } from '../annotations';
import { CoverageReader } from '../coverage';
import type { Tx } from '../platform/database/database';
import { invalidField, ProblemError } from '../platform/problem-error';
import type { Text } from '../texts';
import { ReportAssembler } from './assembler';
import { clashesIn } from './draft';

/** The most open sentences, orphans or clashes that a refusal lists. */
const listed = 200;

/** Whether an article can be signed off. */
@Injectable()
export class SignOffGate {
  constructor(
    private readonly coverage: CoverageReader,
    private readonly assembler: ReportAssembler,
  ) {}

  /**
   * @param overlaps why claims that overlap both hold, by whoever signs
   * @returns those reasons, for each pair that overlaps, in the order of the text
   * @throws ProblemError `contradicts` with both, `not-covered` with what is open and unanswered,
   * `overlaps` with the pairs that want a reason
   */
  async assertOpen(
    tx: Tx,
    newsroomId: string,
    text: Text,
    draft: Report,
    overlaps: Report['overlaps'],
  ): Promise<Report['overlaps']> {
    const clashes = clashesIn(draft);
    const contradictions = clashes.filter(({ kind }) => kind === 'contradicts');
    if (contradictions.length > 0) throw contradicts(contradictions.slice(0, listed));
    await this.assertCovered(tx, newsroomId, text, draft);
    return explained(clashes, overlaps);
  }

  private async assertCovered(tx: Tx, newsroomId: string, text: Text, draft: Report): Promise<void> {
    const { sentences } = await this.coverage.ofText(tx, newsroomId, text);
    const open = openSentences(sentences.map(({ state }) => state));
    const orphans = await this.assembler.orphans(tx, newsroomId, text.articleId);
    // One may stand on no sentence at all, such as on the break between two.
    const questions = (draft.questions ?? []).map(({ annotationId, exact }) => ({ annotationId, exact }));
    if (open.length === 0 && orphans.length === 0 && questions.length === 0) return;
    const points = new CodePointText(text.text);
    throw new ProblemError('not-covered', {
      values: { count: open.length, orphans: orphans.length, questions: questions.length },
      ...(orphans.length > 0 && { orphans: orphans.slice(0, listed) }),
      ...(questions.length > 0 && { questions: questions.slice(0, listed) }),
      open: open.slice(0, listed).flatMap((index) => {
        const sentence = sentences[index];
        if (!sentence) return [];
        const { state, start, end, open: words } = sentence;
        const openWords = words?.map((range) => points.slice(range.start, range.end));
        return [{ index, state, text: points.slice(start, end), ...(openWords && { openWords }) }];
      }),
    });
  }
}

function explained(clashes: readonly Clash[], overlaps: Report['overlaps']): Report['overlaps'] {
  const given = new Map(overlaps.map((overlap, index) => [keyOf(overlap.annotationIds), { ...overlap, index }]));
  const asked = clashes.map(({ pair: [one, other] }) => keyOf([one.id, other.id]));
  const stray = [...given].find(([key]) => !asked.includes(key));
  if (stray) throw invalidField(`/overlaps/${stray[1].index}/annotationIds`, 'noOverlap');
  const missing = clashes.filter((_, index) => !given.has(asked[index] ?? ''));
  if (missing.length > 0) throw new ProblemError('overlaps', { clashes: missing.slice(0, listed).map(toClashView) });
  return clashes.map(({ pair: [one, other] }) => ({
    annotationIds: [one.id, other.id],
    reason: given.get(keyOf([one.id, other.id]))?.reason ?? '',
  }));
}

/** The same for a pair in either order. */
const keyOf = (ids: readonly string[]): string => [...ids].sort().join(' ');
