import { Injectable } from '@nestjs/common';
import { searchKinds, type SearchKind, type SearchQuery, type SearchResults } from '@belegg/contract';
import type { Redaction } from '@belegg/domain';
import type { Actor } from '../platform/actor';
import { Database, type Tx } from '../platform/database/database';
import { Redactions } from '../platform/redaction';
import { findArticles, findClaims, findPeople, findSources, type Words } from './search.repository';

/** How many of each kind are shown among others, and of one kind alone. */
const mostOfEach = 8;
const mostOfOne = 50;

/** What is looked for in all of the newsroom. */
@Injectable()
export class SearchService {
  constructor(
    private readonly database: Database,
    private readonly redactions: Redactions,
  ) {}

  /** What is hidden from the actor is found neither by its name nor by what people wrote with that name. */
  async find(actor: Actor, { q, kind }: SearchQuery): Promise<SearchResults> {
    const { newsroomId } = actor;
    const redaction = await this.redactions.for(actor, 'nb');
    const most = kind === undefined ? mostOfEach : mostOfOne;
    const words = wordsOf(q);
    const isWanted = (one: SearchKind): boolean => kind === undefined || kind === one;
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const look = async <Row>(one: SearchKind, find: Find<Row>): Promise<Row[]> =>
        isWanted(one) ? find(tx, words, most + 1) : [];
      const [articles, claims, sources, people] = await Promise.all([
        look('articles', findArticles),
        look('claims', async (...asked) =>
          (await findClaims(...asked)).filter((claim) => isOpen(claim, words, redaction)),
        ),
        look('sources', (...asked) => findSources(asked[0], actor, asked[1], asked[2])),
        look('people', findPeople),
      ]);
      const found = { articles, claims, sources, people };
      return {
        articles: articles.slice(0, most).map(({ date, excerpt, ...article }) => ({
          ...article,
          ...(date && { date: date.toISOString().slice(0, 10) }),
          ...(excerpt !== '' && { excerpt }),
        })),
        claims: claims.slice(0, most).map(({ articleId, title, annotationId, exact, verdict, status }) => ({
          annotationId,
          exact,
          verdict,
          status,
          article: { id: articleId, title },
        })),
        sources: sources.slice(0, most),
        people: people.slice(0, most),
        more: searchKinds.filter((one) => found[one].length > most),
      };
    });
  }
}

/**
 * Whether a claim is not found by a name alone that is hidden from whoever looks: by its passage, or by no such
 * rationale.
 */
function isOpen(
  { exact, rationale }: { readonly exact: string; readonly rationale: string },
  { all }: Words,
  redaction: Redaction,
): boolean {
  if (redaction.words(rationale) === rationale) return true;
  const passage = exact.toLowerCase();
  return all.split(/\s+/u).some((word) => word !== '' && passage.includes(word));
}

type Find<Row> = (tx: Tx, words: Words, most: number) => Promise<Row[]>;

/**
 * In half of a word that is typed last, a letter or digit says enough; it may be no part of the query's own language.
 */
function wordsOf(typed: string): Words {
  const all = typed.toLowerCase();
  const last = /[\p{L}\p{N}]+$/u.exec(all)?.[0] ?? '';
  return { all, rest: all.slice(0, all.length - last.length), last };
}
