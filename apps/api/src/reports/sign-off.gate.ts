import { Injectable } from '@nestjs/common';
import { CodePointText, openSentences } from '@belegg/domain';
import { CoverageReader } from '../coverage';
import type { Tx } from '../platform/database/database';
import { ProblemError } from '../platform/problem-error';
import type { Text } from '../texts';
import { ReportAssembler } from './assembler';

/** The most open sentences, and the most orphans, that a refusal lists. */
const listed = 200;

/** Whether an article can be signed off. */
@Injectable()
export class SignOffGate {
  constructor(
    private readonly coverage: CoverageReader,
    private readonly assembler: ReportAssembler,
  ) {}

  /** @throws ProblemError `not-covered` with the sentences that are open and the annotations that have lost their words */
  async assertOpen(tx: Tx, newsroomId: string, text: Text): Promise<void> {
    const { sentences } = await this.coverage.ofText(tx, newsroomId, text);
    const open = openSentences(sentences.map(({ state }) => state));
    const orphans = await this.assembler.orphans(tx, newsroomId, text.articleId);
    if (open.length === 0 && orphans.length === 0) return;
    const points = new CodePointText(text.text);
    throw new ProblemError('not-covered', {
      values: { count: open.length, orphans: orphans.length },
      ...(orphans.length > 0 && { orphans: orphans.slice(0, listed) }),
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
