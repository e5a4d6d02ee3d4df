import { Parser } from 'htmlparser2';

/** A comment of a Word document; `lines` are its paragraphs. */
export interface WordComment {
  readonly id: string;
  readonly author: string;
  readonly lines: readonly string[];
}

/** Reads word/comments.xml (ECMA-376, 17.13.4). */
export function readComments(xml: string): readonly WordComment[] {
  const comments: WordComment[] = [];
  let current: { id: string; author: string; lines: string[] } | undefined;
  let line = '';
  let inText = false;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === 'w:comment')
          current = { id: attributes['w:id'] ?? '', author: attributes['w:author'] ?? '', lines: [] };
        if (name === 'w:p') line = '';
        if (name === 'w:tab') line += '\t';
        if (name === 'w:br') line += '\n';
        inText = name === 'w:t';
      },
      ontext: (text) => {
        if (inText) line += text;
      },
      onclosetag: (name) => {
        if (name === 'w:t') inText = false;
        if (name === 'w:p') current?.lines.push(...line.split('\n'));
        if (name === 'w:comment' && current) comments.push(current);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return comments;
}
