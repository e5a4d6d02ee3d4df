import { Injectable } from '@nestjs/common';
import type { AnnotationRevisionView, AnnotationView } from '@belegg/contract';
import type { Tx } from '../platform/database/database';
import { readPeople } from '../platform/people';
import { ProblemError } from '../platform/problem-error';
import { readFacts, type AnnotationFacts } from './facts';
import { compare, placeOf } from './order';
import type { Scope } from './scope';
import { readAll, readAnchorQuotes, readCitations, readLastEvents, readLatest } from './statement.repository';
import { toAnnotationView, toCitationView, toSelector, toStepView } from './view';

/** Reads annotations as they stand in the transaction, in a fixed number of queries however many they are. */
@Injectable()
export class AnnotationReader {
  /** Where each annotation stands and what its status is; the retired ones among them. In no order. */
  facts(tx: Tx, scope: Scope): Promise<AnnotationFacts[]> {
    return readFacts(tx, scope);
  }

  /** The annotations in full, the retired ones among them, in the order of the text, orphans last. */
  async views(tx: Tx, scope: Scope): Promise<AnnotationView[]> {
    const facts = await readFacts(tx, scope);
    if (facts.length === 0) return [];
    const statements = new Map((await readLatest(tx, scope)).map((row) => [row.annotationId, row]));
    const anchored = facts.some(({ madeOn, articleRevision }) => madeOn < articleRevision)
      ? await readAnchorQuotes(tx, scope)
      : [];
    const quotes = new Map(anchored.map((row) => [revisionKey(row.annotationId, row.annotationRevision), row]));
    const citations = Map.groupBy(await readCitations(tx, scope), (row) =>
      revisionKey(row.annotationId, row.annotationRevision),
    );
    const lastEvents = new Map((await readLastEvents(tx, scope)).map((row) => [row.subjectId, row]));
    const people = await readPeople(
      tx,
      scope.newsroomId,
      facts.flatMap(({ authorIds, steps }) => [...authorIds, ...steps.map(({ actorId }) => actorId)]),
    );
    const views = facts.flatMap((fact) => {
      const statement = statements.get(fact.id);
      const key = revisionKey(fact.id, fact.revision);
      return statement
        ? [
            toAnnotationView({
              facts: fact,
              statement,
              anchored: quotes.get(key),
              citations: citations.get(key) ?? [],
              lastEvent: lastEvents.get(fact.id),
              people,
            }),
          ]
        : [];
    });
    return views
      .map((view) => ({ view, place: placeOf(view) }))
      .sort((a, b) => compare(a.place, b.place))
      .map(({ view }) => view);
  }

  /** @throws ProblemError `not-found` */
  async view(tx: Tx, newsroomId: string, id: string): Promise<AnnotationView> {
    const [view] = await this.views(tx, { newsroomId, annotationIds: [id] });
    if (!view) throw new ProblemError('not-found');
    return view;
  }

  /** All that annotations ever said, each state with what was decided on it, the latest first; by annotation id. */
  async histories(
    tx: Tx,
    newsroomId: string,
    annotationIds: readonly string[],
  ): Promise<Map<string, AnnotationRevisionView[]>> {
    const scope = { newsroomId, annotationIds };
    const statements = await readAll(tx, scope);
    const facts = new Map((await readFacts(tx, scope)).map((fact) => [fact.id, fact]));
    const citations = Map.groupBy(await readCitations(tx, scope), (row) =>
      revisionKey(row.annotationId, row.annotationRevision),
    );
    const actors = [...facts.values()].flatMap(({ steps }) => steps.map(({ actorId }) => actorId));
    const people = await readPeople(tx, newsroomId, [...actors, ...statements.map(({ authorId }) => authorId)]);
    const revisions = statements.map((row): [string, AnnotationRevisionView] => [
      row.annotationId,
      {
        number: row.number,
        verdict: row.verdict,
        rationale: row.rationale,
        selector: toSelector(row),
        articleRevision: row.articleRevision,
        citations: (citations.get(revisionKey(row.annotationId, row.number)) ?? []).map(toCitationView),
        createdAt: row.createdAt.toISOString(),
        author: people(row.authorId),
        steps: (facts.get(row.annotationId)?.steps ?? [])
          .filter((step) => step.annotationRevision === row.number)
          .map((step) => toStepView(step, people)),
      },
    ]);
    return new Map(
      [...Map.groupBy(revisions, ([id]) => id)].map(([id, entries]) => [id, entries.map(([, revision]) => revision)]),
    );
  }
}

const revisionKey = (annotationId: string, number: number): string => `${annotationId}.${number}`;
