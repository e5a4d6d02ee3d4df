import { Injectable } from '@nestjs/common';
import { report, type Report, type ReportSummary, type SignOffBody, type SignOffPreview } from '@belegg/contract';
import { createHash } from 'node:crypto';
import { setSignedOff } from '../coverage';
import { EventLog } from '../events';
import type { Actor } from '../platform/actor';
import { Database, type Tx } from '../platform/database/database';
import { assertCurrent } from '../platform/http/etag';
import { newId } from '../platform/ids';
import { Texts, type Text } from '../texts';
import { ReportAssembler } from './assembler';
import { digestOf, toPreview } from './draft';
import { findLatestReport, insertReport, readSeq } from './report.repository';
import { SignOffGate } from './sign-off.gate';
import { summarize } from './summary';

/** What is frozen beside the draft itself. */
interface Seen {
  readonly contentSha256: string;
  readonly previous: Awaited<ReturnType<typeof findLatestReport>>;
  readonly overlaps: Report['overlaps'];
}

/** Freezes what a reviewer looked at, and nothing else. */
@Injectable()
export class SignOffService {
  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
    private readonly assembler: ReportAssembler,
    private readonly gate: SignOffGate,
    private readonly log: EventLog,
  ) {}

  /** What sign-off would freeze now. */
  preview({ newsroomId }: Actor, articleId: string): Promise<SignOffPreview> {
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const text = await this.texts.current(tx, newsroomId, articleId);
      return toPreview(await this.assembler.assemble(tx, { newsroomId, text }));
    });
  }

  /**
   * Freezes a report of the current text when every sentence is approved or confirmed not checkable, and no annotation
   * has lost its words. Signing off again while a report would say the same answers the one that is there.
   * @param ifMatch the ETag of the draft report that was looked at
   * @throws ProblemError `stale` when it says something else now; as `SignOffGate.assertOpen`
   */
  signOff(actor: Actor, articleId: string, ifMatch: string, body: SignOffBody): Promise<ReportSummary> {
    const { newsroomId } = actor;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const text = await this.texts.lock(tx, newsroomId, articleId);
      const draft = await this.assembler.assemble(tx, { newsroomId, text });
      assertCurrent(ifMatch, toPreview(draft));
      const overlaps = await this.gate.assertOpen(tx, newsroomId, text, draft, body?.overlaps ?? []);
      const digest = digestOf(draft);
      const previous = await findLatestReport(tx, newsroomId, articleId);
      if (previous?.contentSha256 === digest) return summarize(tx, previous, digest);
      return this.freeze(tx, actor, text, { contentSha256: digest, previous, overlaps });
    });
  }

  private async freeze(
    tx: Tx,
    actor: Actor,
    text: Text,
    { contentSha256, previous, overlaps }: Seen,
  ): Promise<ReportSummary> {
    const { newsroomId, accountId } = actor;
    const { articleId, number: articleRevision } = text;
    const number = (previous?.number ?? 0) + 1;
    const data = await this.assembler.assemble(tx, {
      newsroomId,
      text,
      signOff: { by: { id: accountId, name: actor.name }, number },
      overlaps,
      previous: previous ? parse(previous.content) : undefined,
    });
    const content = JSON.stringify(data);
    const id = newId();
    const sha256 = createHash('sha256').update(content).digest('hex');
    await this.log.appendToArticle(tx, actor, articleId, {
      type: 'report.signed',
      subjectId: id,
      data: { number, articleRevision, sha256 },
    });
    const seq = await readSeq(tx, newsroomId, articleId);
    const row = await insertReport(tx, {
      newsroomId,
      id,
      articleId,
      number,
      articleRevision,
      seq,
      content,
      sha256,
      contentSha256,
      createdById: accountId,
      createdAt: new Date(data.createdAt),
    });
    await setSignedOff(tx, newsroomId, articleId, articleRevision);
    return summarize(tx, row, contentSha256);
  }
}

const parse = (content: string): Report => report.parse(JSON.parse(content));
