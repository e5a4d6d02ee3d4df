import { Injectable } from '@nestjs/common';
import type { DraftList, DraftView, KeepDraft, WritingView } from '@belegg/contract';
import type { Actor } from '../../platform/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { newId } from '../../platform/ids';
import { readPeople } from '../../platform/people';
import { ProblemError, type ProblemDetails } from '../../platform/problem-error';
import { awaitDrafts, deleteDraft, keepDraft, readDrafts, type DraftRow } from './draft.repository';

/**
 * What people are typing: one mutable row for each author and annotation. It says nothing until a revision takes it in.
 */
@Injectable()
export class DraftsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  list({ newsroomId, accountId }: Actor, articleId: string): Promise<DraftList> {
    return this.database.readNewsroom(newsroomId, async (tx) =>
      toList(tx, newsroomId, accountId, await readDrafts(tx, newsroomId, { articleId })),
    );
  }

  /**
   * Keeps what the actor is typing. Nobody else may change it, so it needs no lock but that of its row.
   * @throws ProblemError `stale` when another device of theirs has typed on, with that as `current`; `wrong-status`
   * when the annotation is retired
   */
  keep({ newsroomId, accountId }: Actor, annotationId: string, body: KeepDraft): Promise<DraftView> {
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const key = { newsroomId, annotationId, authorId: accountId };
      const { annotationRevision, replaces, statement } = body;
      const at = this.clock.now();
      const kept = await keepDraft(tx, { ...key, annotationRevision, replaces, statement, version: newId(), at });
      if (kept) return toDraftView(kept);
      const mine = (await readDrafts(tx, newsroomId, { annotationId })).find(({ authorId }) => authorId === accountId);
      throw mine && mine.version !== replaces
        ? new ProblemError('stale', {
            current: JSON.parse(JSON.stringify(toDraftView(mine))) as ProblemDetails['current'],
          })
        : new ProblemError('wrong-status', { values: { status: 'retired' } });
    });
  }

  /** @param version only this state of the draft; without it, whichever there is */
  async discard({ newsroomId, accountId }: Actor, annotationId: string, version: string | undefined): Promise<void> {
    await this.database.inNewsroom(newsroomId, (tx) =>
      deleteDraft(tx, { newsroomId, annotationId, authorId: accountId }, version),
    );
  }

  /** Tells those who are writing on an annotation that somebody else has opened it. */
  await({ newsroomId, accountId }: Actor, annotationId: string): Promise<Pick<DraftList, 'others'>> {
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const rows = await awaitDrafts(tx, { newsroomId, annotationId, authorId: accountId }, this.clock.now());
      const { others } = await toList(tx, newsroomId, accountId, rows);
      return { others };
    });
  }
}

/** The drafts among these that are the reader's in full, and of the others who is writing. */
export async function toList(
  tx: Tx,
  newsroomId: string,
  readerId: string,
  rows: readonly DraftRow[],
): Promise<DraftList> {
  const others = rows.filter(({ authorId }) => authorId !== readerId);
  const people = await readPeople(
    tx,
    newsroomId,
    others.map(({ authorId }) => authorId),
  );
  return {
    mine: rows.filter(({ authorId }) => authorId === readerId).map(toDraftView),
    others: others.map(({ annotationId, authorId, createdAt, updatedAt }): WritingView => ({
      annotationId,
      by: people(authorId),
      since: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    })),
  };
}

function toDraftView(row: DraftRow): DraftView {
  const { annotationId, annotationRevision, version, statement, createdAt, updatedAt, awaitedSince } = row;
  return {
    annotationId,
    annotationRevision,
    version,
    statement,
    since: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    ...(awaitedSince && { awaitedSince: awaitedSince.toISOString() }),
  };
}
