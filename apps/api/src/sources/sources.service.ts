import { Injectable } from '@nestjs/common';
import type {
  ChangeSource,
  CreateSource,
  NewSource,
  SourceQuery,
  SourceRevisionView,
  SourceView,
} from '@belegg/contract';
import { canonicalize, closesCircle, isCanonical, type Language } from '@belegg/domain';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { EventLog } from '../events';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { decodeCursor, pageOf } from '../platform/http/cursor';
import { assertCurrent } from '../platform/http/etag';
import { readPeople } from '../platform/people';
import { ProblemError } from '../platform/problem-error';
import { isRestedOn, lockArticles, readCitingArticles } from './citing.repository';
import { assertNamed } from './named';
import { readSourceHistory } from './revision.repository';
import {
  findNamed,
  findSource,
  holdSources,
  isRepeated,
  listSources,
  lockNames,
  lockOrigins,
  lockSource,
  readOrigins,
  retireSource,
  type SourceRow,
} from './source.repository';
import { findByLink, findSimilar } from './similar';
import { SourceWriter } from './source.writer';
import { toFacts, toRevisionView, toSourceView } from './source.view';

const pageSize = 100;
const cursorKey = z.tuple([z.string().refine(isCanonical), z.uuid()]);
const numberKey = z.tuple([z.int()]);

/** The registry of whom one can cite. */
@Injectable()
export class SourcesService {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly clock: Clock,
    private readonly writer: SourceWriter,
  ) {}

  async list(actor: Actor, { q, link, originId, cursor }: SourceQuery, language: Language) {
    const { newsroomId } = actor;
    if (link !== undefined)
      return this.database.readNewsroom(newsroomId, async (tx) => ({
        items: (await findByLink(tx, actor, link)).map(toSourceView),
      }));
    const words = canonicalize(q)
      .split(/\s+/u)
      .filter((word) => word !== '');
    const after = decodeCursor(cursor, cursorKey);
    const rows = await this.database.readNewsroom(newsroomId, (tx) =>
      listSources(tx, { ...actor, language }, { words, originId, after, limit: pageSize + 1 }),
    );
    const { items, ...more } = pageOf(rows, pageSize, ({ shownName, id }) => [shownName, id]);
    return { items: items.map(toSourceView), ...more };
  }

  async get({ newsroomId }: Actor, id: string): Promise<SourceView> {
    return this.database.readNewsroom(newsroomId, async (tx) => toSourceView(await this.find(tx, newsroomId, id)));
  }

  /** What it said of itself, the latest first. */
  history({ newsroomId }: Actor, id: string, cursor: string | undefined) {
    const [before] = decodeCursor(cursor, numberKey) ?? [];
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const rows = await readSourceHistory(tx, newsroomId, id, before, pageSize + 1);
      const people = await readPeople(
        tx,
        newsroomId,
        rows.flatMap(({ actorId }) => actorId ?? []),
      );
      const views = rows.map((row): SourceRevisionView => toRevisionView(row, people));
      return pageOf(views, pageSize, ({ number }) => [number]);
    });
  }

  /** @throws ProblemError `similar`, with the sources that it looks like, unless it is to be added all the same */
  create(actor: Actor, { evenIfSimilar, ...source }: CreateSource): Promise<SourceView> {
    const { newsroomId } = actor;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      await lockNames(tx, newsroomId);
      const similar = evenIfSimilar ? [] : await findSimilar(tx, actor, source);
      if (similar.length > 0) throw new ProblemError('similar', { similar: similar.map(toSourceView) });
      return toSourceView(await this.find(tx, newsroomId, await this.add(tx, actor, source)));
    });
  }

  /** @returns the id of the new source */
  async add(tx: Tx, actor: Actor, source: NewSource): Promise<string> {
    await this.assertOrigin(tx, actor.newsroomId, source.originId);
    return this.writer.add(tx, actor, source);
  }

  /**
   * The sources that are called so, by name or else by an alias, without regard to case; of several, the first in the
   * registry.
   */
  findNamed(tx: Tx, actor: Actor, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return findNamed(tx, actor, names);
  }

  /**
   * Appends a revision, and an event in each article that rests on the source; what was cited stays as it was cited.
   * Nothing changed: no revision, and no event.
   * @throws ProblemError `not-named` when it is hidden from the actor; `protection-stands` when it was to end its
   * protection
   */
  change(actor: Actor, id: string, ifMatch: string, change: ChangeSource): Promise<SourceView> {
    const { newsroomId } = actor;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      await lockArticles(tx, newsroomId, await readCitingArticles(tx, newsroomId, id));
      if (change.originId) await lockOrigins(tx, newsroomId);
      await lockNames(tx, newsroomId);
      const row = await this.lock(tx, actor, id, ifMatch);
      const before = toFacts(row);
      const after = merge(before, change);
      if (isDeepStrictEqual(before, after)) return toSourceView(row);
      if (before.protected && !after.protected) throw new ProblemError('protection-stands');
      if (after.protected && after.description === '') throw invalid('/description', 'descriptionNeeded');
      if (after.originId !== before.originId) await this.assertOrigin(tx, newsroomId, after.originId, id);
      await this.writer.revise(tx, actor, row, after);
      return toSourceView(await this.find(tx, newsroomId, id));
    });
  }

  /** @throws ProblemError `in-use` while an annotation cites it or another source repeats it */
  async retire(actor: Actor, id: string, ifMatch: string): Promise<void> {
    const { newsroomId } = actor;
    await this.database.inNewsroom(newsroomId, async (tx) => {
      const row = await this.lock(tx, actor, id, ifMatch);
      if ((await isRestedOn(tx, newsroomId, id)) || (await isRepeated(tx, newsroomId, id)))
        throw new ProblemError('in-use');
      await retireSource(tx, newsroomId, id, this.clock.now());
      await this.log.append(tx, actor, {
        type: 'source.retired',
        subjectId: id,
        data: { before: { ...toFacts(row) } },
      });
    });
  }

  /** The source as it is once nobody else is changing or beginning to cite it. */
  private async lock(tx: Tx, actor: Actor, id: string, ifMatch: string): Promise<SourceRow> {
    const { newsroomId } = actor;
    await assertNamed(tx, actor, [id]);
    await lockSource(tx, newsroomId, id);
    const row = await this.find(tx, newsroomId, id);
    assertCurrent(ifMatch, toSourceView(row));
    return row;
  }

  private async find(tx: Tx, newsroomId: string, id: string): Promise<SourceRow> {
    const row = await findSource(tx, newsroomId, id);
    if (!row) throw new ProblemError('not-found');
    return row;
  }

  private async assertOrigin(
    tx: Tx,
    newsroomId: string,
    originId: string | undefined,
    ofSource?: string,
  ): Promise<void> {
    if (originId === undefined) return;
    if (originId === ofSource) throw new ProblemError('circle');
    if (!(await holdSources(tx, newsroomId, [originId])).has(originId)) throw invalid('/originId', 'unknownSource');
    if (ofSource !== undefined && closesCircle(ofSource, originId, await readOrigins(tx, newsroomId)))
      throw new ProblemError('circle');
  }
}

const invalid = (pointer: string, detail: string): ProblemError =>
  new ProblemError('invalid', { errors: [{ pointer, detail }] });

/** `null` takes a field away, a missing one stays as it is. */
function merge(before: NewSource, { url, originId, ...rest }: ChangeSource): NewSource {
  const { url: formerUrl, originId: formerOrigin, ...others } = before;
  const newUrl = url === undefined ? formerUrl : url;
  const newOrigin = originId === undefined ? formerOrigin : originId;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { ...others, ...given, ...(newUrl && { url: newUrl }), ...(newOrigin && { originId: newOrigin }) };
}
