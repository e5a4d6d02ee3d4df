import { Injectable } from '@nestjs/common';
import type { ArticleView, ImportPreview, NewArticle, Preview, PreviewView } from '@belegg/contract';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { Companions } from './companions';
import { ArticleReader } from './reader';
import { UploadReader, type Upload } from './upload';
import { toImportedComment, toPreview } from './view';
import { ArticleWriter } from './writer';

/** Articles that come as text, as files or from the web, with the annotations that come along. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly uploads: UploadReader,
    private readonly reader: ArticleReader,
    private readonly writer: ArticleWriter,
    private readonly companions: Companions,
  ) {}

  /** What the intake understands, without storing anything. @throws ProblemError as `Readers.read` */
  async previewText({ newsroomId }: Actor, { language, ...raw }: Preview, signal: AbortSignal): Promise<PreviewView> {
    return toPreview(await this.uploads.readContent(newsroomId, raw, language, signal));
  }

  /** @throws ProblemError as `Readers.read` */
  async create(
    actor: Actor,
    { title, author, date, language, ...raw }: NewArticle,
    signal: AbortSignal,
  ): Promise<ArticleView> {
    const { newsroomId } = actor;
    const intake = await this.uploads.readContent(newsroomId, raw, language, signal);
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const metadata = { title, author, date, language: intake.language };
      const { articleId } = await this.writer.create(tx, actor, metadata, intake);
      return { ...(await this.reader.view(tx, newsroomId, articleId)), dropped: [...intake.dropped] };
    });
  }

  /** What would come in, without storing anything. @throws ProblemError as `UploadReader.read` */
  async preview(actor: Actor, upload: Upload, signal?: AbortSignal): Promise<ImportPreview> {
    const {
      metadata: { title, author, date },
      intake,
      drafts,
      notFound,
      threads,
      remarks,
    } = await this.uploads.read(actor, upload, signal);
    return {
      ...toPreview(intake),
      title,
      author,
      ...(date !== undefined && { date }),
      annotations: drafts.length,
      notFound: [...notFound],
      comments: threads.map(toImportedComment),
      remarks: [...remarks],
    };
  }

  /** @throws ProblemError as `UploadReader.read` */
  async import(actor: Actor, upload: Upload, signal?: AbortSignal): Promise<ArticleView> {
    const { newsroomId } = actor;
    const { metadata, intake, drafts, notFound, threads } = await this.uploads.read(actor, upload, signal);
    const comments = threads.map(toImportedComment);
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const text = await this.writer.create(tx, actor, metadata, intake);
      const { created, unknownSources } = await this.companions.bring(
        tx,
        actor,
        text,
        { drafts, threads },
        upload.fields.createSources === 'true',
      );
      const imported = { annotations: created, notFound: [...notFound], unknownSources, comments };
      const cameAlong = drafts.length + notFound.length + threads.length > 0;
      return {
        ...(await this.reader.view(tx, newsroomId, text.articleId)),
        dropped: [...intake.dropped],
        ...(cameAlong && { imported }),
      };
    });
  }
}
