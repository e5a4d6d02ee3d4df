import { Injectable } from '@nestjs/common';
import { importFields, largestFile, type ImportFields, type ImportRemark, type importUrlBody } from '@belegg/contract';
import { canonicalize, CodePointText, withoutHidden, type Language } from '@belegg/domain';
import type { FastifyRequest } from 'fastify';
import { parse } from 'node:path';
import { Readers, type FoundDrafts, type FoundThread, type Intake, type RawContent, type ReadingTask } from '../intake';
import type { Actor } from '../platform/actor';
import { tooLargeBody } from '../platform/http/bounds';
import { Outbound } from '../platform/http/outbound';
import { breakOffAtLimit, unreadable } from '../platform/http/multipart';
import { describeIssues, type UiLanguage } from '../platform/messages/messages';
import { invalidField, ProblemError } from '../platform/problem-error';
import type { z } from 'zod';
import type { Metadata } from './article.repository';
import { fetchedTypes, toFile } from './web-source';

/** A file as it was sent, with what was said of it. */
export interface Upload {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly fields: ImportFields;
}

/** An address instead of a file; nothing where a file came. */
export type ImportBody = z.infer<typeof importUrlBody> | undefined;

const longestTitle = 300;
const longestAuthor = 200;

/**
 * Reads one file and its fields from a multipart body.
 * @throws ProblemError `unsupported-media-type`, `too-large`, `invalid` when a field is wrong or there is no file
 */
export async function readUpload(request: FastifyRequest, language: UiLanguage): Promise<Upload> {
  if (!request.isMultipart()) throw new ProblemError('unsupported-media-type');
  const said: Record<string, unknown> = {};
  let file: { fileName: string; bytes: Uint8Array } | undefined;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') {
        breakOffAtLimit(part);
        file = { fileName: part.filename, bytes: await part.toBuffer() };
      } else if (part.value !== '') said[part.fieldname] = part.value;
    }
  } catch (error) {
    throw (error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE'
      ? tooLargeBody(largestFile)
      : unreadable(error);
  }
  if (!file) throw invalidField('/file', 'fileNeeded');
  const fields = importFields.safeParse(said);
  if (!fields.success) throw new ProblemError('invalid', { errors: describeIssues(fields.error, language) });
  return { ...file, fields: fields.data };
}

export const taskOf = ({ fileName: name, bytes }: Upload): ReadingTask => ({ kind: 'file', name, bytes });

/** An article as it would be stored, with the annotations that came along. */
export interface TakenIn extends FoundDrafts {
  readonly metadata: Metadata;
  readonly intake: Intake;
  readonly remarks: readonly ImportRemark[];
  readonly threads: readonly FoundThread[];
}

/** Has articles read that come as text, as files or from the web. */
@Injectable()
export class UploadReader {
  constructor(
    private readonly readers: Readers,
    private readonly outbound: Outbound,
  ) {}

  /** An address as the file that it leads to. @throws ProblemError `address-refused`, `address-unreachable` */
  async fetch({ url, ...fields }: NonNullable<ImportBody>): Promise<Upload> {
    return { ...toFile(await this.outbound.get(url, fetchedTypes)), fields };
  }

  /** A file of the request, or what an address leads to. @throws ProblemError as `fetch` and `readUpload` */
  given(body: ImportBody, request: FastifyRequest, language: UiLanguage): Promise<Upload> {
    return body ? this.fetch(body) : readUpload(request, language);
  }

  /** What somebody pasted or typed. @param language detected when it is left out */
  async readContent(
    newsroomId: string,
    raw: RawContent,
    language: Language | undefined,
    signal: AbortSignal,
  ): Promise<Intake> {
    return (await this.readers.read(newsroomId, { kind: 'content', raw, language }, signal)).intake;
  }

  /**
   * What the sender says of an article outweighs what its file says of itself; its title is else its headline or first
   * line, or, where these show nothing, the name of the file.
   * @throws ProblemError as `Readers.read`
   */
  async read({ newsroomId }: Actor, { fileName, bytes, fields }: Upload, signal?: AbortSignal): Promise<TakenIn> {
    const { name, ext } = parse(fileName);
    const task = { kind: 'file', name: fileName, bytes, language: fields.language } as const;
    const { intake, drafts, notFound, threads, remarks, ...found } = await this.readers.read(newsroomId, task, signal);
    const [title = ext] = [fields.title, found.title, intake.title, name, fileName]
      .map((said) => oneLine(said, longestTitle))
      .filter((said) => said !== '');
    const author = fields.author === '' ? oneLine(found.author, longestAuthor) : fields.author;
    return {
      metadata: { title, author, date: fields.date ?? found.date, language: intake.language },
      intake,
      drafts,
      notFound,
      threads,
      remarks,
    };
  }
}

const oneLine = (said: string | undefined, longest: number): string =>
  new CodePointText(withoutHidden(canonicalize(said ?? '').replace(/\s+/gu, ' ')).trim()).slice(0, longest).trim();
