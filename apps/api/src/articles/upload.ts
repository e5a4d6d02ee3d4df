import { importFields, maxTextBytes, type ImportFields } from '@belegg/contract';
import { canonicalize, CodePointText } from '@belegg/domain';
import type { FastifyRequest } from 'fastify';
import { parse } from 'node:path';
import { decodeUpload, takeIn, tooLarge, type Intake, type RawContent } from '../intake';
import { unreadable } from '../platform/http/multipart';
import { describeIssues, type UiLanguage } from '../platform/messages/messages';
import { invalidField, ProblemError } from '../platform/problem-error';
import type { Metadata } from './article.repository';

/** A file as it was sent, with what was said of it. */
export interface Upload {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly fields: ImportFields;
}

const formats: Readonly<Record<string, RawContent['format']>> = { '.txt': 'text', '.md': 'markdown', '.markdown': 'markdown', '.html': 'html', '.htm': 'html' };
/** Bytes: a text of the largest size in UTF-16, with its byte-order mark. */
const mostBytes = 2 * maxTextBytes + 2;
const longestTitle = 300;

/**
 * Reads one file and its fields from a multipart body.
 * @throws ProblemError `unsupported-media-type`, `too-large`, `invalid` when a field is wrong or there is no file
 */
export async function readUpload(request: FastifyRequest, language: UiLanguage): Promise<Upload> {
  if (!request.isMultipart()) throw new ProblemError('unsupported-media-type');
  const said: Record<string, unknown> = {};
  let file: { fileName: string; bytes: Uint8Array } | undefined;
  try {
    for await (const part of request.parts({ limits: { fileSize: mostBytes } })) {
      if (part.type === 'file') file = { fileName: part.filename, bytes: await part.toBuffer() };
      else if (part.value !== '') said[part.fieldname] = part.value;
    }
  } catch (error) {
    throw (error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE' ? tooLarge() : unreadable(error);
  }
  if (!file) throw invalidField('/file', 'fileNeeded');
  const fields = importFields.safeParse(said);
  if (!fields.success) throw new ProblemError('invalid', { errors: describeIssues(fields.error, language) });
  return { ...file, fields: fields.data };
}

/**
 * Understands an uploaded article. Its title is the one given, or the first heading, or the name of the file.
 * @throws ProblemError `unsupported-media-type`, or as `decodeUpload` and `takeIn`
 */
export function takeInUpload({ fileName, bytes, fields: { title, language, ...said } }: Upload): { metadata: Metadata; intake: Intake } {
  const { name, ext } = parse(fileName);
  const format = formats[ext.toLowerCase()];
  if (!format) throw new ProblemError('unsupported-media-type');
  const intake = takeIn({ format, content: decodeUpload(bytes) }, language);
  const candidates = [title, intake.title, name].map((candidate) => canonicalize(candidate ?? '').replace(/\s+/gu, ' ').trim());
  const chosen = new CodePointText(candidates.find((candidate) => candidate !== '') ?? fileName).slice(0, longestTitle);
  return { metadata: { author: said.author, date: said.date, title: chosen, language: intake.language }, intake };
}
