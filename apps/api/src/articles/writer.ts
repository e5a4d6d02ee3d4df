import { Injectable } from '@nestjs/common';
import { ArticleHeads } from '../coverage';
import { EventLog } from '../events';
import type { Prisma } from '../generated/prisma/client';
import { understand, type Intake } from '../intake';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { newId } from '../platform/ids';
import { Texts, type NewText, type Text } from '../texts';
import { insertArticle, updateMetadata, type Metadata } from './article.repository';
import { Reviser } from './reviser';

/** Writes articles, and tells the log. */
@Injectable()
export class ArticleWriter {
  constructor(
    private readonly clock: Clock,
    private readonly texts: Texts,
    private readonly log: EventLog,
    private readonly reviser: Reviser,
    private readonly heads: ArticleHeads,
  ) {}

  /** @returns the text of the new article */
  async create(tx: Tx, actor: Actor, metadata: Metadata, intake: Intake): Promise<Text> {
    const { newsroomId } = actor;
    const id = newId();
    await insertArticle(tx, newsroomId, id, metadata, this.clock.now());
    const text = await this.texts.append(tx, actor, id, toNewText(intake, metadata.date));
    await this.log.appendToArticle(tx, actor, id, {
      type: 'article.created',
      data: {
        articleRevision: 1,
        sha256: text.sha256,
        after: toData(metadata, ['title', 'author', 'date', 'language']),
        dropped: intake.dropped.map(({ kind }) => kind),
      },
    });
    await this.heads.rebuild(tx, newsroomId, [id]);
    return text;
  }

  /** The article is locked. A new date or language is a new revision. */
  async change(tx: Tx, actor: Actor, id: string, before: Metadata, after: Metadata): Promise<void> {
    const { newsroomId } = actor;
    const changed = (['title', 'author', 'date', 'language'] as const).filter(
      (field) => before[field] !== after[field],
    );
    const said = { before: toData(before, changed), after: toData(after, changed) };
    await updateMetadata(tx, newsroomId, id, after);
    if (!changed.includes('date') && !changed.includes('language')) {
      await this.log.appendToArticle(tx, actor, id, { type: 'article.updated', data: said });
      return;
    }
    const current = await this.texts.current(tx, newsroomId, id);
    await this.reviser.revise(tx, actor, current, { ...understand(current, after.language), date: after.date }, said);
  }
}

export const toNewText = (
  { text, blocks, marks, sentences, language, sha256 }: Intake,
  date: string | undefined,
): NewText => ({ text, blocks, marks, sentences, language, sha256, date });

function toData(metadata: Metadata, fields: readonly (keyof Metadata)[]): Prisma.InputJsonObject {
  return Object.fromEntries(fields.map((field) => [field, metadata[field] ?? null]));
}
