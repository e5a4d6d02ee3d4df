import { Injectable } from '@nestjs/common';
import { report, type Report, type ReportSummary } from '@belegg/contract';
import { CodePointText, openSentences } from '@belegg/domain';
import { createHash } from 'node:crypto';
import { EventLog } from '../events';
import type { Actor } from '../platform/actor';
import { Database, type Tx } from '../platform/database/database';
import { newId } from '../platform/ids';
import { ProblemError } from '../platform/problem-error';
import { CoverageReader, setSignedOff } from '../coverage';
import { Texts, type Text } from '../texts';
import { ReportAssembler } from './assembler';
import { findLatestReport, findReport, hasChangedSince, listReportHeads, readSeq } from './report.repository';
import { summarize } from './summary';

/** A report and, when it is frozen, the exact JSON that its hash names. */
export interface StoredReport {
  readonly report: Report;
  readonly frozen?: { readonly content: string; readonly sha256: string } | undefined;
}

/** The most open sentences, and the most orphans, that a refusal lists. */
const listed = 200;

@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
    private readonly coverage: CoverageReader,
    private readonly assembler: ReportAssembler,
    private readonly log: EventLog,
  ) {}

  /**
   * Freezes a report of the current text when every sentence is approved or confirmed not checkable, and no annotation has lost its
   * words. Signing off again
   * while nothing has changed answers the report that is there.
   * @throws ProblemError `not-covered` with what is open
   */
  signOff(actor: Actor, articleId: string): Promise<ReportSummary> {
    const { newsroomId, accountId } = actor;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const text = await this.texts.lock(tx, newsroomId, articleId);
      await this.assertCovered(tx, newsroomId, text);
      const previous = await findLatestReport(tx, newsroomId, articleId);
      if (previous && !(await hasChangedSince(tx, previous))) return summarize(tx, previous);
      const number = (previous?.number ?? 0) + 1;
      const data = await this.assembler.assemble(tx, {
        newsroomId,
        text,
        signOff: { by: { id: accountId, name: actor.name }, number },
        previous: previous ? parse(previous.content) : undefined,
      });
      const content = JSON.stringify(data);
      const id = newId();
      const sha256 = createHash('sha256').update(content).digest('hex');
      await this.log.appendToArticle(tx, actor, articleId, {
        type: 'report.signed',
        subjectId: id,
        data: { number, articleRevision: text.number, sha256 },
      });
      const seq = await readSeq(tx, newsroomId, articleId);
      const row = await tx.report.create({
        data: {
          newsroomId,
          id,
          articleId,
          number,
          articleRevision: text.number,
          seq,
          content,
          sha256,
          createdById: accountId,
          createdAt: new Date(data.createdAt),
        },
      });
      await setSignedOff(tx, newsroomId, articleId, text.number);
      return summarize(tx, row);
    });
  }

  list({ newsroomId }: Actor, articleId: string): Promise<{ items: ReportSummary[] }> {
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const heads = await listReportHeads(tx, newsroomId, articleId);
      return { items: await Promise.all(heads.map((head) => summarize(tx, head))) };
    });
  }

  frozen({ newsroomId }: Actor, id: string): Promise<StoredReport> {
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const row = await findReport(tx, newsroomId, id);
      if (!row) throw new ProblemError('not-found');
      return { report: parse(row.content), frozen: { content: row.content, sha256: row.sha256 } };
    });
  }

  draft({ newsroomId }: Actor, articleId: string): Promise<StoredReport> {
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const text = await this.texts.current(tx, newsroomId, articleId);
      return { report: await this.assembler.assemble(tx, { newsroomId, text }) };
    });
  }

  private async assertCovered(tx: Tx, newsroomId: string, text: Text): Promise<void> {
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

const parse = (content: string): Report => report.parse(JSON.parse(content));
