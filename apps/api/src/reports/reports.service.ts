import { Injectable } from '@nestjs/common';
import { report, type Report, type ReportSummary, type ThreadView } from '@belegg/contract';
import { applyProfile, type Profile } from '@belegg/domain';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { ProblemError } from '../platform/problem-error';
import { Redactions } from '../platform/redaction';
import { Texts } from '../texts';
import { readTalk } from '../threads';
import { ReportAssembler } from './assembler';
import { digestOf } from './draft';
import { findReport, listReportHeads } from './report.repository';
import { toPublicReport } from './public-report';
import { summarize } from './summary';

/** A report and, when it is frozen, the exact JSON that its hash names. */
export interface StoredReport {
  readonly report: Report;
  /** What people say about the article, which is no part of the report. */
  readonly talk?: readonly ThreadView[] | undefined;
  readonly frozen?: { readonly content: string; readonly sha256: string } | undefined;
}

/** Reads reports: frozen ones, and how things stand now. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
    private readonly assembler: ReportAssembler,
    private readonly redactions: Redactions,
  ) {}

  list({ newsroomId }: Actor, articleId: string): Promise<{ items: ReportSummary[] }> {
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const heads = await listReportHeads(tx, newsroomId, articleId);
      if (heads.length === 0) return { items: [] };
      const text = await this.texts.current(tx, newsroomId, articleId);
      const digest = digestOf(await this.assembler.assemble(tx, { newsroomId, text }));
      return { items: await Promise.all(heads.map((head) => summarize(tx, head, digest))) };
    });
  }

  frozen({ newsroomId }: Actor, id: string): Promise<StoredReport> {
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const row = await findReport(tx, newsroomId, id);
      if (!row) throw new ProblemError('not-found');
      return {
        report: report.parse(JSON.parse(row.content)),
        frozen: { content: row.content, sha256: row.sha256 },
      };
    });
  }

  /** For whom the profile says, as far as the actor may see it themselves; as it was frozen where nothing is hidden. */
  async shown(actor: Actor, given: Report, profile: Profile): Promise<Report> {
    if (profile === 'public') return this.database.readNewsroom(actor.newsroomId, (tx) => toPublicReport(tx, given));
    return (await this.redactions.for(actor, given.article.language)).apply(applyProfile(given, profile, 'other'));
  }

  /** @param withTalk whether the conversations go with it, as far as the actor may see them */
  async draft(actor: Actor, articleId: string, withTalk = false): Promise<StoredReport> {
    const { newsroomId, accountId } = actor;
    const { report, talk } = await this.database.readNewsroom(newsroomId, async (tx) => {
      const text = await this.texts.current(tx, newsroomId, articleId);
      return {
        report: await this.assembler.assemble(tx, { newsroomId, text }),
        talk: withTalk ? await readTalk(tx, newsroomId, articleId, accountId) : undefined,
      };
    });
    if (!talk) return { report };
    return { report, talk: (await this.redactions.for(actor, report.article.language)).apply(talk) };
  }
}
