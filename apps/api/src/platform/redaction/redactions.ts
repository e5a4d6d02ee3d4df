import { Injectable } from '@nestjs/common';
import { Redaction, type Language } from '@belegg/domain';
import { Database } from '../database/database';
import { KeptAnswer } from '../http/kept-answer';
import { readHidden, type Reader } from './hidden';

/** Kept answers as some reader sees them, by what is hidden from them. */
type Redacted = Map<string, KeptAnswer>;

/** Takes out of answers what their reader does not see in clear. */
@Injectable()
export class Redactions {
  private readonly kept = new WeakMap<KeptAnswer, Redacted>();

  constructor(private readonly database: Database) {}

  /** What is hidden from a member; nothing is asked where nothing is. */
  async for(reader: Reader | undefined, language: Language): Promise<Redaction> {
    if (!reader?.hasHidden) return nothingHidden;
    return new Redaction(await this.database.readNewsroom(reader.newsroomId, (tx) => readHidden(tx, reader, language)));
  }

  /**
   * The answer as the reader may see it. Bytes that are no JSON hold nothing of sources, or were made for this reader.
   */
  async apply(reader: Reader | undefined, language: Language, answer: unknown): Promise<unknown> {
    if (!reader?.hasHidden || typeof answer !== 'object' || answer === null) return answer;
    if (!(answer instanceof KeptAnswer))
      return isPlain(answer) ? (await this.for(reader, language)).apply(answer) : answer;
    const redaction = await this.for(reader, language);
    const key = JSON.stringify(redaction.hidden);
    const known = this.kept.get(answer)?.get(key);
    if (known) return known;
    const made = new KeptAnswer(redaction.apply(JSON.parse(answer.bytes.toString())));
    this.kept.set(answer, new Map([...(this.kept.get(answer) ?? []), [key, made]].slice(-8) as [string, KeptAnswer][]));
    return made;
  }
}

const nothingHidden = new Redaction([]);

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype || prototype === null;
};
