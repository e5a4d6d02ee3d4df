import { Injectable } from '@nestjs/common';
import type { Status } from '@belegg/domain';
import type { AnnotationRevisionView, AnnotationView } from '@belegg/contract';
import type { Actor } from '../platform/actor';
import type { Tx } from '../platform/database/database';
import { readPeople } from '../platform/people';
import { ProblemError } from '../platform/problem-error';
import { conflictsAmong, readConflicts, type Conflicts } from './conflicts';
import { deriveHeads, revisionKey } from './head/derive-heads';
import { selectorOf, type AnnotationHead } from './head/annotation-head';
import {
  countByAuthors,
  readHeads,
  readQueue,
  type AuthorCount,
  type HeadScope,
  type QueuePage,
} from './head/head.repository';
import type { Scope } from './head/scope';
import { readAll, readCitations, type StatementRow } from './head/statement.repository';
import { readCitedSources } from '../sources';
import { refsOf, toCitationView, toStoredCitation, type StoredCitation } from './cited';
import { compare, placeOf } from './order';
import { namedIn, sourcesIn, toAnnotationView, toStepView, type Beside } from './view';

/** One revision of an annotation, with what it cites. */
export interface Stated extends StatementRow {
  readonly citations: readonly StoredCitation[];
}

/** Reads annotations as they stand in the transaction, in a fixed number of statements however many they are. */
@Injectable()
export class AnnotationReader {
  /** What holds now of annotations, the retired ones among them; in no order. */
  heads(tx: Tx, scope: HeadScope): Promise<AnnotationHead[]> {
    return readHeads(tx, scope);
  }

  /** A page of the heads of a status, those that have waited longest first. */
  queue(tx: Tx, page: QueuePage): Promise<AnnotationHead[]> {
    return readQueue(tx, page);
  }

  /** How many are of a status, by who wrote on them. */
  countByAuthors(tx: Tx, newsroomId: string, status: Status): Promise<AuthorCount[]> {
    return countByAuthors(tx, newsroomId, status);
  }

  /** @throws ProblemError `not-found` */
  async head(tx: Tx, newsroomId: string, id: string): Promise<AnnotationHead> {
    const [head] = await readHeads(tx, { newsroomId, annotationIds: [id] });
    if (!head) throw new ProblemError('not-found');
    return head;
  }

  /**
   * The annotations in full, the retired ones among them, in the order of the text, orphans last. As they stood on an
   * earlier text, they are derived from their facts.
   */
  async views(tx: Tx, scope: Scope): Promise<AnnotationView[]> {
    const heads = await (scope.asOf === undefined ? readHeads : deriveHeads)(tx, scope);
    return this.toViews(tx, scope.newsroomId, heads, conflictsAmong(heads));
  }

  /** In the order of the text, orphans last. */
  async toViews(
    tx: Tx,
    newsroomId: string,
    heads: readonly AnnotationHead[],
    conflicts?: Conflicts,
  ): Promise<AnnotationView[]> {
    const [people, sources, told] = await Promise.all([
      readPeople(tx, newsroomId, namedIn(heads)),
      readCitedSources(tx, newsroomId, sourcesIn(heads)),
      conflicts ?? readConflicts(tx, newsroomId, heads),
    ]);
    return inOrder(heads, { people, sources, conflicts: told });
  }

  /** @param conflicts what it conflicts with, where that is known */
  async toView(tx: Tx, actor: Actor, head: AnnotationHead, conflicts?: Conflicts): Promise<AnnotationView> {
    const { newsroomId } = actor;
    const [people, sources, told] = await Promise.all([
      readPeople(tx, newsroomId, namedIn([head]), actor),
      readCitedSources(tx, newsroomId, sourcesIn([head])),
      conflicts ?? readConflicts(tx, newsroomId, [head]),
    ]);
    return toAnnotationView(head, { people, sources, conflicts: told });
  }

  /** Reads what a view needs of an annotation that the actor is about to change, whatever else becomes of it. */
  async beside(
    tx: Tx,
    actor: Actor,
    head: AnnotationHead,
  ): Promise<(after: AnnotationHead, conflicts: Conflicts) => AnnotationView> {
    const { newsroomId } = actor;
    const [people, sources] = await Promise.all([
      readPeople(tx, newsroomId, namedIn([head]), actor),
      readCitedSources(tx, newsroomId, sourcesIn([head])),
    ]);
    return (after, conflicts) => toAnnotationView(after, { people, sources, conflicts });
  }

  /** @throws ProblemError `not-found` */
  async view(tx: Tx, actor: Actor, id: string): Promise<AnnotationView> {
    return this.toView(tx, actor, await this.head(tx, actor.newsroomId, id));
  }

  /** What annotations ever said, the latest first, with their citations as they hold them. */
  async statements(tx: Tx, newsroomId: string, annotationIds: readonly string[]): Promise<Stated[]> {
    const scope = { newsroomId, annotationIds };
    const rows = await readAll(tx, scope);
    const citations = Map.groupBy(await readCitations(tx, scope), (row) =>
      revisionKey(row.annotationId, row.annotationRevision),
    );
    return rows.map((row) => ({
      ...row,
      citations: (citations.get(revisionKey(row.annotationId, row.number)) ?? []).map(toStoredCitation),
    }));
  }

  /** All that annotations ever said, each state with what was decided on it, the latest first; by annotation id. */
  async histories(
    tx: Tx,
    newsroomId: string,
    annotationIds: readonly string[],
  ): Promise<Map<string, AnnotationRevisionView[]>> {
    if (annotationIds.length === 0) return new Map();
    const scope = { newsroomId, annotationIds };
    const statements = await this.statements(tx, newsroomId, annotationIds);
    const heads = new Map((await readHeads(tx, scope)).map((head) => [head.id, head]));
    const sources = await readCitedSources(
      tx,
      newsroomId,
      statements.flatMap(({ citations }) => citations.flatMap(refsOf)),
    );
    const actors = [...heads.values()].flatMap(({ steps }) => steps.map(({ actorId }) => actorId));
    const people = await readPeople(tx, newsroomId, [...actors, ...statements.map(({ authorId }) => authorId)]);
    const revisions = statements.map((row): [string, AnnotationRevisionView] => [
      row.annotationId,
      {
        number: row.number,
        verdict: row.verdict,
        rationale: row.rationale,
        selector: selectorOf(row),
        articleRevision: row.articleRevision,
        citations: row.citations.map((citation) =>
          toCitationView(citation, sources, heads.get(row.annotationId)?.noDifference ?? {}),
        ),
        createdAt: row.createdAt.toISOString(),
        author: people(row.authorId),
        steps: (heads.get(row.annotationId)?.steps ?? [])
          .filter((step) => step.annotationRevision === row.number)
          .map((step) => toStepView(step, people)),
      },
    ]);
    return new Map(
      [...Map.groupBy(revisions, ([id]) => id)].map(([id, entries]) => [id, entries.map(([, revision]) => revision)]),
    );
  }
}

/** In the order of the text, orphans last. */
export function inOrder(heads: readonly AnnotationHead[], beside: Beside): AnnotationView[] {
  return heads
    .map((head) => ({ view: toAnnotationView(head, beside), place: placeOf(head) }))
    .sort((a, b) => compare(a.place, b.place))
    .map(({ view }) => view);
}
