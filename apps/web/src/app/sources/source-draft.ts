import type { ChangeSource, NewSource, SourceView } from '@belegg/contract';
import type { SourceKind } from '@belegg/domain';

/** A source as a form holds it; an empty text means none. */
export interface SourceDraft {
  readonly kind: SourceKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly url: string;
  readonly note: string;
  readonly originId: string;
  readonly protected: boolean;
  readonly description: string;
}
export type SourceField = keyof SourceDraft;
export const sourceFields = [
  'name',
  'kind',
  'aliases',
  'originId',
  'url',
  'note',
  'protected',
  'description',
] as const satisfies readonly SourceField[];

export const blankSource: SourceDraft = {
  kind: 'newspaper',
  name: '',
  aliases: [],
  url: '',
  note: '',
  originId: '',
  protected: false,
  description: '',
};

export function draftOf({
  kind,
  name,
  aliases,
  url = '',
  note,
  originId = '',
  protected: isProtected,
  description,
}: SourceView): SourceDraft {
  return { kind, name, aliases, url, note, originId, protected: isProtected, description };
}

export function newSourceOf({ aliases, url, originId, ...rest }: SourceDraft): NewSource {
  return {
    ...rest,
    aliases: [...aliases],
    domains: [],
    distinct: false,
    ...(url && { url }),
    ...(originId && { originId }),
  };
}

/** What was typed, as a change of the source: only the fields that differ. */
export function changesOf(before: SourceDraft, typed: SourceDraft): ChangeSource {
  const differs = (field: SourceField): boolean => !same(field, before, typed);
  return {
    ...(differs('kind') && { kind: typed.kind }),
    ...(differs('name') && { name: typed.name }),
    ...(differs('aliases') && { aliases: [...typed.aliases] }),
    ...(differs('url') && { url: typed.url || null }),
    ...(differs('note') && { note: typed.note }),
    ...(differs('originId') && { originId: typed.originId || null }),
    ...(differs('protected') && { protected: typed.protected }),
    ...(differs('description') && { description: typed.description }),
  };
}

/**
 * What was typed, on top of what the source has become. Where both changed a field in different ways, mine stands and
 * the field is named.
 */
export function rebase(
  before: SourceDraft,
  typed: SourceDraft,
  now: SourceDraft,
): { readonly draft: SourceDraft; readonly conflicts: readonly SourceField[] } {
  const fromTheirs = sourceFields.filter((field) => same(field, before, typed));
  const conflicts = sourceFields.filter(
    (field) => !fromTheirs.includes(field) && !same(field, before, now) && !same(field, typed, now),
  );
  return { draft: fromTheirs.reduce((draft, field) => ({ ...draft, [field]: now[field] }), typed), conflicts };
}

function same(field: SourceField, a: SourceDraft, b: SourceDraft): boolean {
  return JSON.stringify(a[field]) === JSON.stringify(b[field]);
}
