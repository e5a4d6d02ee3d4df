import { Injectable } from '@nestjs/common';
import { searchKinds, type SearchKind, type SearchQuery, type SearchResults } from '@belegg/contract';
import type { Actor } from '../platform/actor';
import { Database, type Tx } from '../platform/database/database';
import { findArticles, findClaims, findPeople, findSources, type Words } from './search.repository';

/** How many of each kind are shown among others, and of one kind alone. */
const mostOfEach = 8;
const mostOfOne = 50;

/** What is looked for in all of the newsroom. */
@Injectable()
export class SearchService {
  constructor(private readonly database: Database) {}

  find({ newsroomId }: Actor, { q, kind }: SearchQuery): Promise<SearchResults> {
    const most = kind === undefined ? mostOfEach : mostOfOne;
    const words = wordsOf(q);
    const isWanted = (one: SearchKind): boolean => kind === undefined || kind === one;
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const look = async <Row>(one: SearchKind, find: Find<Row>): Promise<Row[]> =>
        isWanted(one) ? find(tx, words, most + 1) : [];
      const [articles, claims, sources, people] = await Promise.all([
        look('articles', findArticles),
        look('claims', findClaims),
        look('sources', findSources),
        look('people', findPeople),
      ]);
      const found = { articles, claims, sources, people };
      return {
        articles: articles.slice(0, most).map(({ date, excerpt, ...article }) => ({
          ...article,
          ...(date && { date: date.toISOString().slice(0, 10) }),
          ...(excerpt !== '' && { excerpt }),
        })),
        claims: claims
          .slice(0, most)
          .map(({ articleId, title, ...claim }) => ({ ...claim, article: { id: articleId, title } })),
        sources: sources.slice(0, most),
        people: people.slice(0, most),
        more: searchKinds.filter((one) => found[one].length > most),
      };
    });
  }
}

type Find<Row> = (tx: Tx, words: Words, most: number) => Promise<Row[]>;

/** In half of a word that is typed last, a letter or digit says enough; it may be no part of the query's own language. */
function wordsOf(typed: string): Words {
  const all = typed.toLowerCase();
  const last = /[\p{L}\p{N}]+$/u.exec(all)?.[0] ?? '';
  return { all, rest: all.slice(0, all.length - last.length), last };
}
