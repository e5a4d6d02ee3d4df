import { Injectable } from '@nestjs/common';
import { besideEventTypes, type EventType } from '@belegg/contract';
import type { NotCheckableStretch, Status, Verdict } from '@belegg/domain';
import { LRUCache } from 'lru-cache';
import type { Tx } from '../platform/database/database';
import { readRows, sql } from '../platform/database/statements';
import type { LockedText } from '../texts';
import { CoveringIndex, type Standing } from './covering-index';
import { readLongestPassage } from './covering.repository';
import { notCheckable, readMarks } from './mark.repository';

/**
 * What annotations and marks say of the current text of an article, as it was at one of its events. Another `cutId`
 * means another text, or a newsroom's setting that counts words otherwise.
 */
export interface Covering {
  readonly cutId: string;
  /** The number of that event. */
  seq: number;
  readonly index: CoveringIndex;
  readonly notCheckable: readonly NotCheckableStretch[];
  /** The most sentences that an annotation may touch and still cover its words. */
  readonly longestPassage: number;
}

/** Annotations that a process remembers. */
const mostRemembered = 200_000;
/** Events after which what is remembered is read anew. */
const mostMissed = 500;

/** Events after which annotations cover the same words in the same way. */
const isBeside = (type: EventType): boolean =>
  besideEventTypes.includes(type) ||
  type.startsWith('report.') ||
  type === 'article.updated' ||
  type === 'article.sourceEdited';

/**
 * What covers the texts that are worked on, remembered by each process. The number of the article's last event, which
 * comes with its lock, tells whether others have changed it meanwhile; then what they changed is read. So a change to
 * one annotation costs the same however many stand on the same words.
 */
@Injectable()
export class CoveringCache {
  private readonly kept = new LRUCache<string, Covering>({
    maxSize: mostRemembered,
    sizeCalculation: ({ index, notCheckable: marks }) => index.size + marks.length + 1,
  });

  /** As it is behind the lock; ask before anything is written in the same transaction. */
  async at(tx: Tx, newsroomId: string, text: LockedText): Promise<Covering> {
    const known = this.kept.get(text.articleId);
    if (known && (await this.isCurrent(tx, newsroomId, text, known))) return known;
    const [rows, marks, longestPassage] = await Promise.all([
      readRows<StandingRow>(
        tx,
        sql`SELECT "id", "status", "verdict", "start", "end" FROM "AnnotationHead"
          WHERE "newsroomId" = ${newsroomId}::uuid AND "articleId" = ${text.articleId}::uuid AND "status" <> 'retired'`,
      ),
      readMarks(tx, newsroomId, [text]),
      readLongestPassage(tx, newsroomId),
    ]);
    const covering = {
      cutId: text.cutId,
      seq: text.seq,
      index: new CoveringIndex(text.text, rows.map(fromRow)),
      notCheckable: notCheckable(marks),
      longestPassage,
    };
    this.kept.set(text.articleId, covering);
    return covering;
  }

  /**
   * Takes in what was committed after `covering` was read, unless another transaction's changes were taken in since.
   */
  committed(articleId: string, covering: Covering, seq: number, changed: readonly Standing[]): void {
    if (covering.seq >= seq || this.kept.get(articleId) !== covering) return;
    for (const one of changed) covering.index.put(one);
    covering.seq = seq;
    this.kept.set(articleId, covering);
  }

  /** Whether it is as it is behind the lock, if need be by what was changed since. */
  private async isCurrent(tx: Tx, newsroomId: string, text: LockedText, known: Covering): Promise<boolean> {
    if (known.cutId !== text.cutId) return false;
    if (known.seq === text.seq) return true;
    if (known.seq > text.seq || text.seq - known.seq > mostMissed) return false;
    const missed = await readRows<StandingRow & { type: EventType; changedId: string | null }>(
      tx,
      sql`SELECT e."type", e."subjectId" AS "changedId", h."id", h."status", h."verdict", h."start", h."end"
        FROM "Event" e
        LEFT JOIN "AnnotationHead" h ON h."newsroomId" = e."newsroomId" AND h."id" = e."subjectId"
        WHERE e."newsroomId" = ${newsroomId}::uuid AND e."articleId" = ${text.articleId}::uuid
          AND e."seq" > ${known.seq}::int AND e."seq" <= ${text.seq}::int`,
    );
    const telling = missed.filter(({ type }) => !isBeside(type));
    if (!telling.every(({ type, id }) => type.startsWith('annotation.') && id !== null)) return false;
    this.committed(text.articleId, known, text.seq, telling.map(fromRow));
    return known.seq === text.seq;
  }
}

interface StandingRow {
  readonly id: string;
  readonly status: Status;
  readonly verdict: Verdict | null;
  readonly start: number | null;
  readonly end: number | null;
}

const fromRow = ({ id, status, verdict, start, end }: StandingRow): Standing => ({
  id,
  status,
  verdict: verdict ?? undefined,
  range: start === null || end === null ? undefined : { start, end },
});
