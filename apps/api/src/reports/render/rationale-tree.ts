import { isModestMarkdown } from '@belegg/domain';
import { marked, type Token, type Tokens } from 'marked';

/** Formatted text as data, for renderers that are handed data and never markup. */
export type RichNode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong' | 'em' | 'quote' | 'paragraph' | 'item'; readonly children: readonly RichNode[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'break' }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly RichNode[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly children: readonly RichNode[] };

/**
 * A rationale (Markdown) as a tree. What a rationale has no use for (images, tables, HTML) becomes its text. One that
 * came in before there were bounds, and is beyond them, is shown as it was typed.
 */
export const rationaleTree = (markdown: string): RichNode[] =>
  isModestMarkdown(markdown)
    ? marked.lexer(markdown, { gfm: true, breaks: true }).flatMap(toNodes)
    : [{ type: 'paragraph', children: [{ type: 'text', text: markdown }] }];

/** A rationale (Markdown) as text without markup, a line for each paragraph and item. */
export const rationaleText = (markdown: string): string =>
  rationaleTree(markdown).map(textOf).join('').replace(/\n+/g, '\n').trim();

function textOf(node: RichNode): string {
  if (node.type === 'break') return '\n';
  if (!('children' in node)) return node.text;
  const text = node.children.map(textOf).join('');
  return node.type === 'paragraph' || node.type === 'item' || node.type === 'quote' ? `${text}\n` : text;
}

function toNodes(token: Token): RichNode[] {
  switch (token.type) {
    case 'space':
    case 'def':
    case 'hr':
      return [];
    case 'paragraph':
    case 'heading':
      return [{ type: 'paragraph', children: childrenOf(token) }];
    case 'blockquote':
      return [{ type: 'quote', children: childrenOf(token) }];
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      return [
        {
          type: 'list',
          ordered,
          children: items.map((item): RichNode => ({ type: 'item', children: childrenOf(item) })),
        },
      ];
    }
    case 'strong':
    case 'em':
      return [{ type: token.type, children: childrenOf(token) }];
    case 'codespan':
    case 'code':
      return [{ type: 'code', text: (token as Tokens.Code).text }];
    case 'br':
      return [{ type: 'break' }];
    case 'link': {
      const { href } = token as Tokens.Link;
      return /^(https?|mailto):/i.test(href)
        ? [{ type: 'link', href, children: childrenOf(token) }]
        : childrenOf(token);
    }
    default:
      return 'tokens' in token && token.tokens
        ? childrenOf(token)
        : [{ type: 'text', text: 'text' in token && typeof token.text === 'string' ? token.text : token.raw }];
  }
}

const childrenOf = (token: Token): RichNode[] => ('tokens' in token ? (token.tokens ?? []).flatMap(toNodes) : []);
