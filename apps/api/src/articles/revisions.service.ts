import { Injectable } from '@nestjs/common';
import type { NewRevisionView, OutcomeView, RevisionPreviewView } from '@belegg/contract';
import { sentenceId, type Mark } from '@belegg/domain';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { NewAnchor } from '../annotations';
import { Readers, understand, type FoundThread, type Intake, type Reading, type ReadingTask } from '../intake';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { decodeCursor, pageOf } from '../platform/http/cursor';
import { assertCurrent } from '../platform/http/etag';
import { readPeople } from '../platform/people';
import { invalidField } from '../platform/problem-error';
import { Texts, type Text } from '../texts';
import { getArticle } from './article.repository';
import { keepBlocks } from './kept-blocks';
import { ArticleReader } from './reader';
import { countOutcomes, Reviser } from './reviser';
import { listRevisions } from './revision.repository';
import { etagOf, toBesideText, toPreview, toRevisionView } from './view';
import { toNewText } from './writer';

const pageSize = 100;
const numberKey = z.tuple([z.int()]);

/** The frozen texts of an article, and what a new one does to its annotations. */
@Injectable()
export class RevisionsService {
  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
    private readonly reader: ArticleReader,
    private readonly reviser: Reviser,
    private readonly readers: Readers,
  ) {}

  /** The latest first. */
  async list({ newsroomId }: Actor, articleId: string, cursor: string | undefined) {
    const before = decodeCursor(cursor, numberKey)?.[0];
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const rows = await listRevisions(tx, newsroomId, articleId, before, pageSize + 1);
      const people = await readPeople(
        tx,
        newsroomId,
        rows.map(({ createdById }) => createdById),
      );
      const items = rows.map(({ createdById, createdAt, ...row }) => ({
        ...row,
        createdAt: createdAt.toISOString(),
        createdBy: people(createdById),
      }));
      return pageOf(items, pageSize, ({ number }) => [number]);
    });
  }

  /** @throws ProblemError `not-found` */
  async get({ newsroomId }: Actor, articleId: string, number: number) {
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const text = await this.texts.at(tx, newsroomId, articleId, number);
      return {
        ...toRevisionView(text, await readPeople(tx, newsroomId, [text.createdById])),
        sentences: text.sentences.map((sentence) => ({ ...sentence, id: sentenceId(sentence) })),
      };
    });
  }

  /** What a new text would do, before anything is stored. @throws ProblemError as `Readers.read` */
  async preview(
    { newsroomId }: Actor,
    articleId: string,
    task: ReadingTask,
    signal: AbortSignal,
  ): Promise<RevisionPreviewView> {
    const reading = await this.read(newsroomId, articleId, task, signal);
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const row = await getArticle(tx, newsroomId, articleId);
      const current = await this.texts.current(tx, newsroomId, articleId);
      const { intake, threads } = returned(current, reading, task);
      const { anchors, newSentences } = await this.reviser.plan(tx, newsroomId, current, toNewText(intake, row.date));
      return {
        ...toPreview(intake),
        outcomes: toOutcomes(anchors),
        counts: countOutcomes(anchors),
        newSentences: [...newSentences],
        ...(task.kind === 'file' && {
          beside: toBesideText(reading, await this.reviser.talk(tx, newsroomId, articleId, threads)),
        }),
      };
    });
  }

  /**
   * Stores a new text in the article's language and of its date, with the comments that are new. All of it happens, or
   * nothing does. Where the text of a file is the one that there is, its comments alone are taken in.
   * @throws ProblemError as `Readers.read`; `stale` with the article as it is now; `invalid` when nothing changed
   */
  async create(
    actor: Actor,
    articleId: string,
    ifMatch: string,
    task: ReadingTask,
    signal: AbortSignal,
  ): Promise<NewRevisionView> {
    const { newsroomId } = actor;
    const reading = await this.read(newsroomId, articleId, task, signal);
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const current = await this.texts.lock(tx, newsroomId, articleId);
      const row = await getArticle(tx, newsroomId, articleId);
      if (ifMatch !== etagOf(current, row)) assertCurrent(ifMatch, await this.reader.view(tx, newsroomId, articleId));
      const { intake: read, threads } = returned(current, reading, task);
      const talk = await this.reviser.talk(tx, newsroomId, articleId, threads);
      const beside = task.kind === 'file' ? { beside: toBesideText(reading, talk) } : {};
      const viewOf = async (text: Text, anchors: readonly NewAnchor[]): Promise<NewRevisionView> => ({
        revision: toRevisionView(text, await readPeople(tx, newsroomId, [text.createdById])),
        outcomes: toOutcomes(anchors),
        etag: etagOf(text, row),
        ...beside,
      });
      // The language may have changed while the text was read.
      const intake = read.language === row.language ? read : { ...read, ...understand(read, row.language) };
      if (saysTheSame(current, intake)) {
        if (!(await this.reviser.bringTalk(tx, actor, current, threads)))
          throw invalidField('/content', 'unchangedText');
        return viewOf(current, []);
      }
      const { text, plan } = await this.reviser.revise(
        tx,
        actor,
        current,
        toNewText(intake, row.date),
        { before: { articleRevision: current.number, sha256: current.sha256 } },
        threads,
      );
      return viewOf(text, plan.anchors);
    });
  }

  /** Before any lock is taken, since a reading may take seconds. */
  private async read(newsroomId: string, articleId: string, task: ReadingTask, signal: AbortSignal): Promise<Reading> {
    const { language } = await this.database.readNewsroom(newsroomId, (tx) => getArticle(tx, newsroomId, articleId));
    return this.readers.read(newsroomId, { ...task, language }, signal);
  }
}

/** What a file says of a text that it may have come from: blocks that say the same are those that stand there. */
function returned(
  current: Text,
  { intake, threads, asWritten = threads }: Reading,
  { kind }: ReadingTask,
): { readonly intake: Intake; readonly threads: readonly FoundThread[] } {
  if (kind !== 'file') return { intake, threads };
  const { place, ...kept } = keepBlocks(current, intake);
  return {
    intake: { ...intake, ...understand(kept, intake.language) },
    threads: asWritten.map((thread) => ({ ...thread, ...(thread.range && { range: place(thread.range) }) })),
  };
}

/** Marks are a set: a bold link is the same, whichever of the two comes first. */
const saysTheSame = (current: Text, { text, blocks, marks }: Intake): boolean =>
  text === current.text &&
  isDeepStrictEqual(blocks, current.blocks) &&
  isDeepStrictEqual(marks.map(keyOfMark).toSorted(), current.marks.map(keyOfMark).toSorted());

const keyOfMark = ({ kind, start, end, href }: Mark): string => JSON.stringify([start, end, kind, href]);

/** In the order of the new text, orphans last. */
function toOutcomes(anchors: readonly NewAnchor[]): OutcomeView[] {
  const place = ({ selector }: NewAnchor) => selector?.[0].start ?? Infinity;
  return anchors
    .toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
    .map(({ annotationId, outcome, score, selector, carryRule }) => ({
      annotationId,
      outcome,
      ...(score !== undefined && { score }),
      ...(selector && { selector: [{ ...selector[0] }, { ...selector[1] }] }),
      carried: carryRule !== undefined,
    }));
}
