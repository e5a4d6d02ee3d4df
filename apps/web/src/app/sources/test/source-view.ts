import type { SourceView } from '@belegg/contract';

/** A source as the server sends it, for specs. Its id is made of its name. */
export function sourceView(name: string, more: Partial<SourceView> = {}): SourceView {
  return {
    id: `0198c000-0000-7000-8000-${[...name].reduce((sum, sign) => sum * 31 + (sign.codePointAt(0) ?? 0), 7) % 1e12}`.padEnd(
      36,
      '0',
    ),
    kind: 'newspaper',
    name,
    aliases: [],
    domains: [],
    distinct: false,
    revision: 1,
    isHidden: false,
    keys: [],
    note: '',
    protected: false,
    description: '',
    uses: 0,
    createdAt: '2024-12-01T15:00:00.000Z',
    updatedAt: '2024-12-01T15:00:00.000Z',
    etag: '"s1"',
    ...more,
  };
}
