import { Injectable } from '@nestjs/common';
import { report, type CheckText, type Report, type TextCheck } from '@belegg/contract';
import { CodePointText, openIn, type Block } from '@belegg/domain';
import { Readers, type Intake } from '../intake';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { Texts, type Text } from '../texts';
import { ReportAssembler } from './assembler';
import { digestOf } from './draft';
import { findLatestReport, hasChangedSince, type ReportRow } from './report.repository';

/** The most claims or sentences that an answer lists. */
const listed = 200;

/** Tells a program that is about to print a text whether it is the one that was signed off. Changes nothing. */
@Injectable()
export class TextCheckService {
  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
    private readonly assembler: ReportAssembler,
    private readonly readers: Readers,
  ) {}

  /** @throws ProblemError as `Readers.read` */
  async check(
    { newsroomId }: Actor,
    articleId: string,
    { text: content, format }: CheckText,
    signal: AbortSignal,
  ): Promise<TextCheck> {
    const standing = await this.database.readNewsroom(newsroomId, async (tx) => {
      const text = await this.texts.current(tx, newsroomId, articleId);
      const draft = await this.assembler.assemble(tx, { newsroomId, text });
      const signed = await findLatestReport(tx, newsroomId, articleId);
      const current = signed !== null && !(await hasChangedSince(tx, signed, digestOf(draft)));
      return { text, draft, signed, current };
    });
    // Outside the transaction, since a reading may take seconds.
    const task = { kind: 'content', raw: { format, content }, language: standing.text.language } as const;
    const { intake } = await this.readers.read(newsroomId, task, signal);
    return judge(standing, intake);
  }
}

interface Standing {
  readonly text: Text;
  readonly draft: Report;
  readonly signed: ReportRow | null;
  readonly current: boolean;
}

function judge({ text, draft, signed, current }: Standing, given: Intake): TextCheck {
  const outcome = signed === null ? 'unsigned' : saysTheSame(signed, given) ? 'same' : 'changed';
  const open = openIn({ ...text, covered: draft.sentences, claims: draft.claims }, given);
  const points = new CodePointText(given.text);
  const textOf = ({ start, end }: { readonly start: number; readonly end: number }) => points.slice(start, end);
  return {
    checked: outcome === 'same' && current,
    outcome,
    ...(signed && { signedOff: toSignedOff(signed, current) }),
    open: { claims: open.claims.length, sentences: open.sentences.length },
    claims: open.claims.slice(0, listed).map(({ claim, anchor }) => ({
      annotationId: claim.annotationId,
      number: claim.number,
      verdict: claim.verdict,
      status: claim.status,
      exact: claim.exact,
      outcome: anchor.outcome,
      ...(anchor.outcome !== 'orphaned' && { range: { ...anchor.range } }),
    })),
    sentences: open.sentences
      .slice(0, listed)
      .map(({ range, words }) => ({ ...range, text: textOf(range), openWords: words.map(textOf) })),
  };
}

const toSignedOff = ({ id, number, articleRevision, sha256, createdAt }: ReportRow, current: boolean) => ({
  reportId: id,
  number,
  articleRevision,
  sha256,
  at: createdAt.toISOString(),
  current,
});

/** In canonical form, block by block: blank lines between blocks and white space around them say nothing. */
function saysTheSame(signed: ReportRow, given: Intake): boolean {
  const { text, blocks } = report.shape.revision.parse((JSON.parse(signed.content) as Report).revision);
  const theirs = blockTexts(given.text, given.blocks);
  const ours = blockTexts(text, blocks);
  return ours.length === theirs.length && ours.every((block, index) => block === theirs[index]);
}

const blockTexts = (text: string, blocks: readonly Block[]): string[] => {
  const points = new CodePointText(text);
  return blocks.map(({ start, end }) => points.slice(start, end).trim());
};
