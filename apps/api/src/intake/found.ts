import type { ImportedComment, ImportRemark } from '@belegg/contract';
import type { Language, Range, SourceKind, Stance, Verdict } from '@belegg/domain';
import type { FormattedText } from './html';

/** A source as a file names it. */
export interface NamedSource {
  readonly name: string;
  readonly kind: SourceKind;
  readonly url?: string | undefined;
  readonly note?: string | undefined;
  readonly protected?: boolean | undefined;
  readonly description?: string | undefined;
}

export interface DraftCitation {
  readonly source: NamedSource;
  readonly stance: Stance;
  readonly url?: string | undefined;
  readonly locator?: string | undefined;
  readonly quote?: string | undefined;
  readonly quoteLanguage?: string | undefined;
  readonly translation?: string | undefined;
  readonly accessedAt?: string | undefined;
  readonly protected?: boolean | undefined;
}

/** An annotation that came along with a text, on a passage of it. */
export interface Draft {
  readonly range: Range;
  /** None: an open question. */
  readonly verdict?: Verdict | undefined;
  readonly rationale: string;
  readonly citations: readonly DraftCitation[];
}

/** Annotations that came along, and the words of those whose passage is not, or not only once, in the text. */
export interface FoundDrafts {
  readonly drafts: readonly Draft[];
  readonly notFound: readonly { readonly exact: string }[];
}

/** Something that somebody said in a file. */
export interface FoundComment {
  readonly author: string;
  /** A moment as the file gives it, in ISO 8601. */
  readonly at?: string | undefined;
  /** In plain text, one LF between paragraphs. */
  readonly text: string;
  /** Addresses of the web that it names, which may be citations. */
  readonly links: readonly string[];
  /** The id that Word keeps a comment by, whoever saves the file: eight hexadecimal digits. */
  readonly durableId?: string | undefined;
}

/** A comment of a file with its replies. It never is a verdict. */
export interface FoundThread {
  readonly place: ImportedComment['place'];
  /** In the text that was read, in code points; empty at a point; absent where the thread stands nowhere in it. */
  readonly range?: Range | undefined;
  /** The words that it stands on, of the text or of what was left out of it. */
  readonly exact: string;
  readonly resolved: boolean;
  /** The first began it; the others answer. */
  readonly comments: readonly FoundComment[];
}

/** What a file holds: a text, what it says of itself, and what was written about it. */
export interface FoundText extends FoundDrafts {
  readonly text: FormattedText;
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  /** A day: "2024-12-01". */
  readonly date?: string | undefined;
  readonly language?: Language | undefined;
  /** What whoever takes it in should know of it. */
  readonly remarks?: readonly ImportRemark[] | undefined;
  /** The comments that the file holds, but for the claims that Belegg wrote into it. */
  readonly threads?: readonly FoundThread[] | undefined;
  /** All comments of a file as they stand there: where Belegg wrote some of them, they tell what the others answer. */
  readonly asWritten?: readonly FoundThread[] | undefined;
}

export const noDrafts: FoundDrafts = { drafts: [], notFound: [] };
