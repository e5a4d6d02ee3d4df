import type { AnnotationView } from '@belegg/contract';
import { judgementOf, type Judgement, type Sentence, type SentenceState } from '@belegg/domain';
import type { Dresser } from '@belegg/text-dom';
import type { Passage } from '../annotate.store';

/** What the look of the text follows from. */
export interface Look {
  readonly states: readonly SentenceState[];
  /** What is said as it is typed, ahead of what is saved. */
  readonly judgements: ReadonlyMap<string, Judgement>;
  readonly activeId: string | undefined;
  readonly current: number;
  /** Says an annotation in words, for who does not see its colour. */
  readonly describe: (judgement: Judgement, annotation: AnnotationView) => string;
}

/** Tells by colour, line and fill what is said of a passage, and greys what is not to be checked. */
export function dresserOf({ states, judgements, activeId, current, describe }: Look): Dresser<Passage> {
  const said = ({ id, annotation }: Passage): Judgement => judgements.get(id) ?? judgementOf(annotation.verdict);
  return {
    sentence: (element, { index }) => {
      element.className = `sentence ${states[index] ?? ''}`;
      element.tabIndex = index === current ? 0 : -1;
    },
    mark: (element, passages) => {
      // Of several, the one that begins last shows: it is the one that is hardest to see otherwise.
      const shown = passages.find(({ id }) => id === activeId) ?? passages.at(-1);
      if (!shown) return;
      element.className = `${said(shown)} ${shown.annotation.status}`;
      element.classList.toggle('active', shown.id === activeId);
      element.classList.toggle('several', passages.length > 1);
      element.title = passages.map((passage) => describe(said(passage), passage.annotation)).join('\n');
    },
  };
}

/** A text that is the same exactly when a block would look the same. The cursor is set without painting anew. */
export function signatureOf(
  { states, judgements, activeId }: Look,
  language: string,
): (passages: readonly Passage[], sentences: readonly Sentence[]) => string {
  return (passages, sentences) =>
    [
      language,
      ...passages.map(({ id, start, end, annotation }) =>
        [id, start, end, judgements.get(id) ?? annotation.verdict, annotation.status, id === activeId].join(),
      ),
      ...sentences.map(({ index }) => states[index]),
    ].join(';');
}
