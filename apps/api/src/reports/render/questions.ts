import type { Report } from '@belegg/contract';
import { rationaleText } from './rationale-tree';

/**
 * In a draft, the words that somebody asked about and nobody has judged; and in plain text what is asked, and by whom.
 */
export function questionsIn({ questions = [] }: Report): readonly { readonly exact: string; readonly asked: string }[] {
  return questions.map(({ exact, rationale, authors }) => {
    const names = authors.map(({ name }) => name).join(', ');
    return { exact, asked: [rationaleText(rationale), names].filter((part) => part !== '').join(' · ') };
  });
}
