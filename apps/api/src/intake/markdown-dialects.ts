import type { MarkedExtension, Tokens } from 'marked';
import { escapeHtml } from './escape-html';

const digit = /\d/;
const wordCharacter = /[\p{L}\p{N})\]]/u;

/** Names of elements that people write in Markdown; others, such as `<navn>`, are words between signs. */
const elements = new Set(
  `a abbr acronym address article aside audio b bdi bdo big blockquote body br button canvas caption center cite code
  col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form
  frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map
  mark math menu meta meter nav noscript object ol optgroup option output p param picture pre progress q rb rp rt ruby s
  samp script search section select small source span strike strong style sub summary sup svg table tbody td template
  textarea tfoot th thead time title tr track tt u ul var video wbr`.split(/\s+/),
);
/** A tag as people write it: values for all attributes but those that need none. */
const tag =
  /^<\/?([a-z][a-z0-9-]*)(?:\s+(?:[\w:.@-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+)|hidden|open|disabled|checked|selected|controls|autoplay|loop|muted|reversed|download|itemscope|allowfullscreen))*\s*\/?>/i;

function isTag(source: string): boolean {
  const name = tag.exec(source)?.[1]?.toLowerCase();
  return name !== undefined && (elements.has(name) || name.includes('-'));
}

/** Whether a definition leads somewhere. "[Merk]: viktig" does not. */
const leads = /^\s{0,3}\[[^\]]*\]:\s*<?(?:[a-z][a-z0-9+.-]*:|[./#?]|[^\s<>[\](){}]*[./#])/i;

/** Signs in which editors part what was from what will be, and talk about it (CriticMarkup). */
const changes = /^\{(?:\+\+([^]*?)\+\+|--([^]*?)--|~~([^]*?)~>([^]*?)~~|==([^]*?)==|>>([^]*?)<<)\}/;
/** UTF-16 units of a change; each sign is looked for in so many. */
const longestChange = 5_000;
const raised = /^\^([^\s^[\]]{1,20})\^/;
const lowered = /^~([^\s~]{1,20})~(?!~)/;

const lastSign = (tokens: readonly { readonly raw: string }[]): string => tokens.at(-1)?.raw.at(-1) ?? '';

/**
 * What dialects write that changes what a text says: powers and indexes (Pandoc's `10^6^`, `H~2~O`), and tracked
 * changes. Signs between figures are no marks: 12*15 and 5~10 stay what they are.
 */
export const dialects: MarkedExtension = {
  extensions: [
    {
      name: 'offTheLine',
      level: 'inline',
      start: (source) => source.search(/[\^~]/),
      tokenizer(source, before) {
        const sign = lastSign(before);
        const [raw, words] =
          (wordCharacter.test(sign) ? raised.exec(source) : null) ??
          (/[\p{L})]/u.test(sign) ? lowered.exec(source) : null) ??
          [];
        return raw === undefined ? undefined : { type: 'offTheLine', raw, above: raw.startsWith('^'), text: words };
      },
      renderer: ({ raw, text }) => {
        const name = raw.startsWith('^') ? 'sup' : 'sub';
        return `<${name}>${escapeHtml(String(text))}</${name}>`;
      },
    },
    {
      name: 'times',
      level: 'inline',
      tokenizer(source, before) {
        const [raw, behind = ''] = /^\*+([\p{L}\p{N}])/u.exec(source) ?? [];
        const sign = lastSign(before);
        const isSign = wordCharacter.test(sign) && (digit.test(sign) || digit.test(behind));
        return raw === undefined || !isSign ? undefined : { type: 'text', raw, text: raw };
      },
      renderer: () => false,
    },
    {
      name: 'change',
      level: 'inline',
      start: (source) => source.search(/\{(?:\+\+|--|~~|==|>>)/),
      tokenizer(source) {
        const [raw, added, deleted, before, after, marked, remark] = changes.exec(source.slice(0, longestChange)) ?? [];
        if (raw === undefined) return undefined;
        return {
          type: 'change',
          raw,
          deleted: this.lexer.inlineTokens(deleted ?? before ?? ''),
          remark: remark ?? '',
          tokens: this.lexer.inlineTokens(added ?? after ?? marked ?? ''),
        };
      },
      renderer({ deleted, remark, tokens = [] }) {
        const was = this.parser.parseInline(deleted as Tokens.Generic[]);
        const said = String(remark);
        return (
          (was === '' ? '' : `<del>${was}</del>`) +
          (said === '' ? '' : `<span hidden>${escapeHtml(said)}</span>`) +
          this.parser.parseInline(tokens)
        );
      },
    },
  ],
  hooks: { emStrongMask: (source) => source.replace(/(?<=\d)\*+(?=\d)/g, (signs) => '+'.repeat(signs.length)) },
  renderer: {
    html: ({ text }) => text.replace(/<\/?[a-z][^<>]*>/gi, (found) => (isTag(found) ? found : escapeHtml(found))),
  },
  tokenizer: {
    del(source, _, before = '') {
      if (source.startsWith('~~')) return false;
      const behind = /^~[^~]*~([^]?)/u.exec(source)?.[1] ?? '';
      return wordCharacter.test(before) || wordCharacter.test(behind) ? undefined : false;
    },
    tag: (source) => (/^<\/?[a-z]/i.test(source) && !isTag(source) ? undefined : false),
    html: (source) => (/^ {0,3}<\/?[a-z]/i.test(source) && !isTag(source.trimStart()) ? undefined : false),
    def: (source) => (leads.test(source) ? false : undefined),
  },
};
