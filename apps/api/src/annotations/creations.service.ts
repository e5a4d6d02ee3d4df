import { Injectable } from '@nestjs/common';
import type { AnnotationView, NewAnnotation, ProblemCode } from '@belegg/contract';
import { ArticleHeads } from '../coverage';
import type { Actor } from '../platform/actor';
import { Database, type Tx } from '../platform/database/database';
import { begun } from '../platform/database/statements';
import { ProblemError } from '../platform/problem-error';
import { readStandings } from '../platform/sessions/standing';
import { Together, type Outcome } from '../platform/together';
import { readCitedSources } from '../sources';
import { Texts, type LockedText } from '../texts';
import { checkEachCitations } from './citation.check';
import { conflictsOfChanged } from './conflicts';
import { passageOf } from './passage';
import { sourcesIn, toAnnotationView } from './view';
import { AnnotationWriter, type Said } from './writer';

/** An annotation that somebody is about to make on an article of their newsroom. */
interface Creation {
  readonly actor: Actor;
  readonly articleId: string;
  readonly body: NewAnnotation;
}

/** What is wrong for all alike, or leaves it unknown whether anything was made. */
const ofAll: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['not-found', 'unavailable', 'no-space']);

/** The most that one transaction makes. */
const most = 100;

/**
 * Makes annotations. Changes to one article happen one after the other, each for as long as a commit takes; so those of
 * new annotations that wait for each other in this process are made in one transaction, each on its own merits.
 */
@Injectable()
export class CreationsService {
  private readonly together = new Together<Creation, AnnotationView>({
    most,
    run: (creations) => this.createAll(creations),
    isOfAll: (error) => error instanceof ProblemError && ofAll.has(error.code),
  });

  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
    private readonly articles: ArticleHeads,
    private readonly writer: AnnotationWriter,
  ) {}

  /**
   * @throws ProblemError `stale` when it was made on a text that is no longer current, `selector-mismatch`, or
   * `invalid` when it cites what is not there
   */
  async create(actor: Actor, articleId: string, body: NewAnnotation): Promise<AnnotationView> {
    const creation = { actor, articleId, body };
    // What is kept in the transaction belongs to one call.
    if (this.database.hasBeforeCommit) {
      const { newsroomId } = actor;
      return this.database.inNewsroom(newsroomId, async (tx) => {
        const [outcome] = await this.createIn(tx, newsroomId, [creation]);
        return resultOf(outcome);
      });
    }
    return this.together.do(`${actor.newsroomId} ${articleId}`, creation);
  }

  /** @param creations on one article */
  private async createAll(creations: readonly Creation[]): Promise<readonly Outcome<AnnotationView>[]> {
    const newsroomId = creations[0]?.actor.newsroomId ?? '';
    return this.database.inNewsroom(newsroomId, (tx) => this.createIn(tx, newsroomId, creations));
  }

  private async createIn(
    tx: Tx,
    newsroomId: string,
    creations: readonly Creation[],
  ): Promise<readonly Outcome<AnnotationView>[]> {
    // All that is read behind the lock goes in the same round trip; what is wrong with sources is told after the rest.
    const articleId = creations[0]?.articleId ?? '';
    const locking = begun(this.texts.lock(tx, newsroomId, articleId));
    const citing = begun(
      checkEachCitations(
        tx,
        newsroomId,
        creations.map(({ body: { citations } }) => ({ given: citations, own: [] })),
      ),
    );
    const judging = begun(
      readStandings(
        tx,
        newsroomId,
        creations.map(({ actor }) => actor),
      ),
    );
    const text = await locking;
    const [cited, problemOf] = await Promise.all([citing, judging]);
    const standing = await this.articles.standing(tx, newsroomId, text);
    const checked = creations.map(({ actor, body }, index): Outcome<Said> => {
      try {
        const problem = problemOf(actor);
        if (problem) throw problem;
        const citations = cited[index] ?? [];
        const { verdict, rationale } = body;
        const passage = placedOn(text, body);
        if (citations instanceof ProblemError) throw citations;
        return { result: { authorId: actor.accountId, statement: { verdict, rationale, passage, citations } } };
      } catch (error) {
        if (error instanceof ProblemError) return { error };
        throw error;
      }
    });
    const said = checked.flatMap((outcome) => ('result' in outcome ? [outcome.result] : []));
    if (said.length === 0) return checked.map((outcome) => ({ error: 'error' in outcome ? outcome.error : undefined }));
    const heads = this.writer.createEach(tx, newsroomId, text, standing, said);
    const sources = await readCitedSources(tx, newsroomId, sourcesIn(heads));
    const conflicts = conflictsOfChanged(standing, heads);
    const made = heads.values();
    return checked.map((outcome, index): Outcome<AnnotationView> => {
      if ('error' in outcome) return outcome;
      const head = made.next().value;
      const actor = creations[index]?.actor;
      if (!head || !actor) throw new Error('an annotation was given and none was made');
      const people = (id: string) => ({ id, name: actor.name });
      return { result: toAnnotationView(head, { people, sources, conflicts }) };
    });
  }
}

/** @throws ProblemError `stale` when it was made on a text that is no longer current, `selector-mismatch` */
function placedOn(text: LockedText, { selector, articleRevision }: NewAnnotation) {
  if (articleRevision !== undefined && articleRevision !== text.number)
    throw new ProblemError('stale', { current: { revision: text.number } });
  return passageOf(text, selector);
}

function resultOf<Result>(outcome: Outcome<Result> | undefined): Result {
  if (outcome && 'result' in outcome) return outcome.result;
  throw outcome?.error;
}
