import { Injectable } from '@nestjs/common';
import type { ArticleView, ImportPreview } from '@belegg/contract';
import { AnnotationImporter } from '../annotations';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { Outbound } from '../platform/http/outbound';
import { ArticleReader } from './reader';
import { takeInUpload, type ImportBody, type Upload } from './upload';
import { toPreview } from './view';
import { fetchedTypes, toFile } from './web-source';
import { ArticleWriter } from './writer';

/** Articles that come as files or from the web, with the annotations that come along. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly outbound: Outbound,
    private readonly reader: ArticleReader,
    private readonly writer: ArticleWriter,
    private readonly importer: AnnotationImporter,
  ) {}

  /** An address as the file that it leads to. @throws ProblemError `address-refused`, `address-unreachable` */
  async fetch({ url, ...fields }: NonNullable<ImportBody>): Promise<Upload> {
    return { ...toFile(await this.outbound.get(url, fetchedTypes)), fields };
  }

  /** What would come in, without storing anything. @throws ProblemError as `takeInUpload` */
  async preview(upload: Upload): Promise<ImportPreview> {
    const {
      metadata: { title, author, date },
      intake,
      drafts,
      notFound,
      remarks,
    } = await takeInUpload(upload);
    return {
      ...toPreview(intake),
      title,
      author,
      ...(date !== undefined && { date }),
      annotations: drafts.length,
      notFound: [...notFound],
      remarks: [...remarks],
    };
  }

  /** @throws ProblemError as `takeInUpload` */
  async import(actor: Actor, upload: Upload): Promise<ArticleView> {
    const { newsroomId } = actor;
    const { metadata, intake, drafts, notFound } = await takeInUpload(upload);
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const articleId = await this.writer.create(tx, actor, metadata, intake);
      const { created, unknownSources } = await this.importer.create(
        tx,
        actor,
        { articleId, articleRevision: 1, text: intake.text },
        drafts,
        upload.fields.createSources === 'true',
      );
      const imported = { annotations: created, notFound: [...notFound], unknownSources };
      const cameAlong = drafts.length + notFound.length > 0;
      return {
        ...(await this.reader.view(tx, newsroomId, articleId)),
        dropped: [...intake.dropped],
        ...(cameAlong && { imported }),
      };
    });
  }
}
