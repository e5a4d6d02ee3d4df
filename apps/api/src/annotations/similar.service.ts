import { Injectable } from '@nestjs/common';
import type { SimilarClaim } from '@belegg/contract';
import { rankSimilar, searchTermsOf, type Wording, type Verdict } from '@belegg/domain';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { readCitedSources } from '../sources';
import { toCitationView } from './cited';
import type { AnnotationHead } from './head/annotation-head';
import { AnnotationReader } from './reader';
import { findCheckedLike, readArticlesOfClaims, type ArticleOfClaim } from './similar.repository';
import { sourcesIn } from './view';

/** How many claims are looked at closely, and how many are shown. */
const mostCandidates = 200;
const mostShown = 5;

interface Candidate extends Wording {
  readonly head: AnnotationHead;
  readonly verdict: Verdict;
  readonly article: ArticleOfClaim;
}

/**
 * What was checked before: the database finds claims with words in common, the domain tells which say nearly the same.
 */
@Injectable()
export class SimilarService {
  constructor(
    private readonly database: Database,
    private readonly reader: AnnotationReader,
  ) {}

  /** @throws ProblemError `not-found` */
  list({ newsroomId }: Actor, id: string): Promise<{ items: SimilarClaim[] }> {
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const own = await this.reader.head(tx, newsroomId, id);
      const articles = new Map(await readArticlesOfClaims(tx, newsroomId, [own.articleId]));
      const asked = { text: exactOf(own), language: articles.get(own.articleId)?.language ?? 'nb' };
      const annotationIds = await findCheckedLike(tx, searchTermsOf(asked), id, mostCandidates);
      if (annotationIds.length === 0) return { items: [] };
      const heads = await this.reader.heads(tx, { newsroomId, annotationIds });
      const near = await readArticlesOfClaims(
        tx,
        newsroomId,
        heads.map(({ articleId }) => articleId),
      );
      const candidates = heads.flatMap((head): Candidate[] => {
        const article = near.get(head.articleId);
        return article && head.verdict
          ? [{ head, verdict: head.verdict, article, text: exactOf(head), language: article.language }]
          : [];
      });
      const shown = rankSimilar(asked, candidates).slice(0, mostShown);
      const sources = await readCitedSources(tx, newsroomId, sourcesIn(shown.map(({ claim: { head } }) => head)));
      return {
        items: shown.map(({ claim: { head, verdict, article }, likeness }) => ({
          annotationId: head.id,
          exact: exactOf(head),
          likeness: Math.round(likeness * 1000) / 1000,
          verdict,
          rationale: head.rationale,
          citations: head.citations.map((citation) => toCitationView(citation, sources, head.noDifference)),
          approvedAt: approvedAt(head).toISOString(),
          article: {
            id: article.id,
            title: article.title,
            ...(article.date && { date: article.date.toISOString().slice(0, 10) }),
          },
        })),
      };
    });
  }
}

const exactOf = ({ selector }: AnnotationHead): string => selector[1].exact;

const approvedAt = ({ steps, updatedAt }: AnnotationHead): Date =>
  steps.findLast(({ kind }) => kind === 'approved')?.createdAt ?? updatedAt;
