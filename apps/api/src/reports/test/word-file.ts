import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** What somebody says in a word processor. */
export interface Remark {
  readonly author: string;
  readonly at: string;
  readonly text: string;
}

const relationships = 'word/_rels/document.xml.rels';

/** A Word file of ours, and what programs and people do to its markup before it comes back. */
export class WordFile {
  private readonly parts: Map<string, string | Uint8Array>;
  private next = 900;

  constructor(bytes: Uint8Array) {
    this.parts = new Map(
      Object.entries(unzipSync(bytes)).map(([name, part]) => [
        name,
        /\.(?:xml|rels)$/.test(name) ? strFromU8(part) : part,
      ]),
    );
  }

  bytes(): Uint8Array {
    return zipSync(
      Object.fromEntries(
        [...this.parts].map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
      ),
    );
  }

  part(name: string): string {
    const part = this.parts.get(`word/${name}.xml`);
    return typeof part === 'string' ? part : '';
  }

  /** Exchanges words of the text. */
  write(from: string, to: string): this {
    const before = this.part('document');
    if (!before.includes(from)) throw new Error(`no "${from}" in the document`);
    return this.set('document', before.replace(from, to));
  }

  /** Answers the comment that has these words, as Word writes it: by the id of its last paragraph. */
  reply(words: string, remark: Remark): this {
    const { id, paragraph } = this.commentWith(words);
    const parent = /w15:paraIdParent="(\w+)"/.exec(this.entryOf(paragraph))?.[1] ?? paragraph;
    const made = this.add(remark, `w15:paraIdParent="${parent}" w15:done="0"`);
    return this.set('document', this.standBeside(id, made));
  }

  /** Comments on a whole run of the text. */
  comment(words: string, remark: Remark): this {
    const id = this.add(remark, 'w15:done="0"');
    const run = new RegExp(`<w:r>(?:(?!</w:r>).)*${words}.*?</w:r>`);
    return this.set(
      'document',
      this.part('document').replace(run, (whole) => `${rangeStart(id)}${whole}${rangeEnd(id)}`),
    );
  }

  /** Marks the conversation that begins with these words as done. */
  resolve(words: string): this {
    const entry = this.entryOf(this.commentWith(words).paragraph);
    return this.set(
      'commentsExtended',
      this.part('commentsExtended').replace(
        entry,
        entry.replace(/ w15:done="\d"|\/>$/, ' w15:done="1"/>').replace('/>/>', '/>'),
      ),
    );
  }

  /** As Word saves it: numbers and ids of paragraphs anew, the ids of comments kept, and the time of its own clock. */
  savedByWord(): this {
    for (const name of ['document', 'comments'])
      this.set(
        name,
        this.part(name).replace(/w:id="(\d+)"/g, (_, id) => `w:id="${Number(id) + 40}"`),
      );
    for (const name of ['comments', 'commentsExtended', 'commentsIds'])
      this.set(
        name,
        this.part(name).replace(
          /(paraId(?:Parent)?)="(\w+)"/g,
          (_, attribute, id: string) => `${String(attribute)}="5A${id.slice(2)}"`,
        ),
      );
    return this.set(
      'comments',
      this.part('comments').replace(/w:date="([^"]+)"/g, (_, date: string) => {
        const later = new Date(Date.parse(date) + 3_600_000).toISOString();
        return `w:date="${later.slice(0, 17)}00Z"`;
      }),
    );
  }

  /**
   * As Google Docs saves it: what says who answers whom is gone, like every id and every style that it does not know.
   */
  savedByGoogle(): this {
    for (const name of ['commentsExtended', 'commentsIds']) this.parts.delete(`word/${name}.xml`);
    const related = this.parts.get(relationships);
    if (typeof related === 'string')
      this.parts.set(relationships, related.replace(/<Relationship [^>]*comments(?:Extended|Ids)[^>]*\/>/g, ''));
    this.set('comments', this.part('comments').replace(/ w14:(?:paraId|textId)="\w+"/g, ''));
    return this.set('document', this.part('document').replace(/<w:pStyle w:val="(?:IntenseQuote|Sidebar)"\/>/g, ''));
  }

  private set(name: string, xml: string): this {
    this.parts.set(`word/${name}.xml`, xml);
    return this;
  }

  private entryOf(paragraph: string): string {
    return new RegExp(`<w15:commentEx w15:paraId="${paragraph}"[^>]*/>`).exec(this.part('commentsExtended'))?.[0] ?? '';
  }

  private commentWith(words: string): { id: string; paragraph: string } {
    const comments = [...this.part('comments').matchAll(/<w:comment .*?<\/w:comment>/g)].map(([whole]) => whole);
    const comment = comments.find((one) => one.includes(words));
    if (!comment) throw new Error(`no comment with "${words}"`);
    return {
      id: /w:id="(\d+)"/.exec(comment)?.[1] ?? '',
      paragraph: /w14:paraId="(\w+)"/.exec(comment)?.[1] ?? '',
    };
  }

  private add({ author, at, text }: Remark, extended: string): string {
    const id = String(this.next++);
    const paragraph = `4B000${id}`;
    const inner = `<w:p w14:paraId="${paragraph}"><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
    const comment = `<w:comment w:id="${id}" w:author="${author}" w:date="${at}">${inner}</w:comment>`;
    this.set('comments', this.part('comments').replace('</w:comments>', `${comment}</w:comments>`));
    const entry = `<w15:commentEx w15:paraId="${paragraph}" ${extended}/>`;
    this.set(
      'commentsExtended',
      this.part('commentsExtended').replace('</w15:commentsEx>', `${entry}</w15:commentsEx>`),
    );
    return id;
  }

  /** The text with a comment that stands where another does. */
  private standBeside(id: string, made: string): string {
    const document = this.part('document');
    const reference = new RegExp(`(<w:r>(?:<w:rPr>.*?</w:rPr>)?<w:commentReference w:id="${id}"/></w:r>)`);
    const start = rangeStart(id);
    return document.includes(start)
      ? document.replace(start, start + rangeStart(made)).replace(reference, `$1${rangeEnd(made)}`)
      : document.replace(reference, `$1${referenceTo(made)}`);
  }
}

const rangeStart = (id: string): string => `<w:commentRangeStart w:id="${id}"/>`;
const referenceTo = (id: string): string => `<w:r><w:commentReference w:id="${id}"/></w:r>`;
const rangeEnd = (id: string): string => `<w:commentRangeEnd w:id="${id}"/>${referenceTo(id)}`;
