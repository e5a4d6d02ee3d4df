import { draft, type Draft } from './draft';

/** What drafts are kept by: nobody finds another's on a shared machine. */
export interface DraftOwner {
  readonly accountId: string;
  readonly newsroomId: string;
  readonly articleId: string;
}

/**
 * The drafts of one article, kept in this browser, each under its own key so that two tabs do not overwrite each
 * other's.
 */
export class DraftBox {
  private readonly prefix: string;

  constructor(
    private readonly storage: Storage,
    { accountId, newsroomId, articleId }: DraftOwner,
  ) {
    this.prefix = `belegg.draft.${accountId}.${newsroomId}.${articleId}.`;
  }

  /** Whether it was kept: a full or closed storage keeps nothing. */
  keep(kept: Draft): boolean {
    try {
      this.storage.setItem(this.prefix + kept.annotationId, JSON.stringify(kept));
      return true;
    } catch {
      return false;
    }
  }

  forget(annotationId: string): void {
    this.storage.removeItem(this.prefix + annotationId);
  }

  /** All that are kept, the oldest first. What cannot be read is left where it is. */
  all(): Draft[] {
    const keys = Object.keys(this.storage).filter((key) => key.startsWith(this.prefix));
    return keys
      .flatMap((key) => draft.safeParse(parsed(this.storage.getItem(key))).data ?? [])
      .sort((a, b) => a.since.localeCompare(b.since));
  }
}

/** Undefined where the browser keeps nothing, as in some private windows. */
export function draftBoxFor(document: Document, owner: DraftOwner): DraftBox | undefined {
  try {
    const storage = document.defaultView?.localStorage;
    return storage && new DraftBox(storage, owner);
  } catch {
    return undefined;
  }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null') as unknown;
  } catch {
    return undefined;
  }
}
