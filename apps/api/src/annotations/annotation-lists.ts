import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Database, type Tx } from '../platform/database/database';
import { readRows, sql } from '../platform/database/statements';
import { KeptAnswer } from '../platform/http/kept-answer';
import { pageOf } from '../platform/http/cursor';
import { readPeople, type People } from '../platform/people';
import { conflictsAmong } from './conflicts';
import { placeOf } from './order';
import { AnnotationReader, inOrder } from './reader';
import { readCitedSources } from '../sources';
import { namedIn, sourcesIn } from './view';

/** The annotations of one page of a list; that is all of them for any article but the most extreme. */
export const pageSize = 20_000;

/** Bytes of the lists that a process keeps. */
const mostKept = 64 * 1024 * 1024;

/**
 * The first page of an article's annotations, as it was at an event of the article, naming people as they were called.
 */
interface KeptList {
  readonly seq: number;
  readonly names: string;
  readonly people: ReadonlySet<string>;
  readonly answer: KeptAnswer;
}

/**
 * The lists of annotations that the page asks for, kept as bytes. A list holds what follows from the events of its
 * article (a change of a source is one in each that rests on it), and the names of people: it is sent again only while
 * both are what they were, which each call asks the database.
 */
@Injectable()
export class AnnotationLists {
  private readonly kept = new LRUCache<string, KeptList>({
    maxSize: mostKept,
    // It is compressed in one or two ways beside.
    sizeCalculation: ({ answer }) => 2 * answer.bytes.length,
  });

  constructor(
    private readonly database: Database,
    private readonly reader: AnnotationReader,
  ) {}

  /** In the order of the text, orphans last, without the retired ones. */
  first(newsroomId: string, articleId: string): Promise<KeptAnswer> {
    const key = `${newsroomId} ${articleId}`;
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const known = this.kept.get(key);
      const [seq, names] = await Promise.all([
        readSeq(tx, newsroomId, articleId),
        known && readPeople(tx, newsroomId, known.people),
      ]);
      if (known?.seq === seq && names && known.names === namesOf(known.people, names)) return known.answer;
      const list = await this.make(tx, newsroomId, articleId, seq);
      this.kept.set(key, list);
      return list.answer;
    });
  }

  private async make(tx: Tx, newsroomId: string, articleId: string, seq: number): Promise<KeptList> {
    const heads = await this.reader.heads(tx, { newsroomId, articleIds: [articleId] });
    const live = heads.filter(({ status }) => status !== 'retired');
    const people = namedIn(live);
    const [called, sources] = await Promise.all([
      readPeople(tx, newsroomId, people),
      readCitedSources(tx, newsroomId, sourcesIn(live)),
    ]);
    const answer = new KeptAnswer(
      pageOf(inOrder(live, { people: called, sources, conflicts: conflictsAmong(live) }), pageSize, placeOf),
    );
    return { seq, people, names: namesOf(people, called), answer };
  }
}

/** The number of the last event of an article: its annotations are what they were while this is. */
async function readSeq(tx: Tx, newsroomId: string, articleId: string): Promise<number> {
  const [row] = await readRows<{ seq: number }>(
    tx,
    sql`SELECT "seq" FROM "Article" WHERE "newsroomId" = ${newsroomId}::uuid AND "id" = ${articleId}::uuid`,
  );
  return row?.seq ?? 0;
}

const namesOf = (ids: ReadonlySet<string>, people: People): string =>
  JSON.stringify([...ids].map((id) => people(id).name));
