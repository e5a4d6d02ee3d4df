import { CodePointText } from '../text/code-points';
import type { Sentence } from '../text/block';
import { carryRuleVersion, mayCarry, type CarryBasis } from './carry';
import { reanchor } from './reanchor';

/** Lines are blocks; a stop and a space end a sentence. */
function basisOf(text: string, rest: Partial<CarryBasis> = {}): CarryBasis {
  const sentences: Sentence[] = [];
  let at = 0;
  text.split('\n').forEach((line, block) => {
    for (const sentence of line.match(/[^.]+\.?/g) ?? []) {
      const start = at + (sentence.length - sentence.trimStart().length);
      at += sentence.length;
      sentences.push({ start, end: at, index: sentences.length, block });
    }
    at += 1;
  });
  return { text: new CodePointText(text), sentences, language: 'nb', date: '2026-11-24', ...rest };
}

function carries(quote: string, oldText: string, newText: string, rest: Partial<CarryBasis> = {}): boolean {
  const start = oldText.indexOf(quote);
  const passage = { start, end: start + quote.length };
  const [anchor] = reanchor(oldText, newText, [passage]);
  return mayCarry(passage, anchor!, basisOf(oldText), basisOf(newText, rest));
}

const intro = 'Statsråden møtte pressen i dag. ';
const claim = 'Han har brukt 10 millioner på reiser.';
const end = ' Opposisjonen krever svar på hvorfor dette ikke ble meldt tidligere.';

describe('carry', () => {
  it('has a version', () => {
    expect(carryRuleVersion).toBe(1);
  });

  it('reaches the same sentence after the same sentence, wherever both now stand', () => {
    expect(carries(claim, intro + claim + end, intro + claim + end)).toBe(true);
    expect(
      carries('10 millioner', intro + claim + end, `En helt ny innledning står her.\n${intro}${claim}${end}`),
    ).toBe(true);
    expect(carries(claim, intro + claim + end, `${intro}${claim} Opposisjonen tier.`)).toBe(true);
  });

  it('does not reach a sentence whose "he" is now another', () => {
    expect(carries(claim, intro + claim + end, `Statsministeren møtte pressen i dag. ${claim}${end}`)).toBe(false);
    expect(carries(claim, intro + claim + end, `${intro}Ola Berg var ikke til stede der. ${claim}${end}`)).toBe(false);
    expect(carries(claim, intro + claim + end, claim + end)).toBe(false);
    expect(carries(claim, claim + end, intro + claim + end)).toBe(false);
  });

  it('does not reach a sentence cut off from the one before it by a new block', () => {
    expect(carries(claim, intro + claim + end, `${intro.trim()}\n${claim}${end}`)).toBe(false);
  });

  it('asks nothing of the block before', () => {
    expect(carries(claim, `${intro.trim()}\n${claim}${end}`, `Noe helt annet står her nå.\n${claim}${end}`)).toBe(true);
  });

  it('does not reach a phrase whose sentence was changed around it', () => {
    expect(
      carries('10 millioner', intro + claim + end, `${intro}Han har ikke brukt 10 millioner på reiser.${end}`),
    ).toBe(false);
  });

  it('does not reach a passage of which a sentence was split or joined', () => {
    const text = 'Regjeringen økte skatten. Opposisjonen protesterte høylytt mot det hele.';
    const joined = 'Regjeringen økte skatten. Opposisjonen protesterte høylytt mot det hele';
    const passage = { start: 0, end: text.length - 1 };
    const whole = basisOf(joined);
    const one = { ...whole, sentences: [{ start: 0, end: joined.length, index: 0, block: 0 }] };
    const anchor = { outcome: 'unchanged', range: passage } as const;
    expect(mayCarry(passage, anchor, basisOf(text), one)).toBe(false);
    expect(mayCarry(passage, anchor, basisOf(text), { ...whole, sentences: [] })).toBe(false);
  });

  it('does not reach what moved, changed or is gone', () => {
    const long = ` ${end.trim()} Det sier lederen av kontrollkomiteen, som vil ha saken opp til ny behandling.`;
    expect(carries(claim, intro + claim + long, `${long.trim()} ${intro}${claim}`)).toBe(false);
    expect(carries(claim, intro + claim + end, `${intro}Han har brukt 12 millioner på reiser.${end}`)).toBe(false);
    expect(carries(claim, intro + claim + end, intro + end.trim())).toBe(false);
  });

  it('does not reach an article of another date or language, since "yesterday" or a word may mean another thing', () => {
    const text = intro + claim + end;
    expect(carries(claim, text, text, { date: '2026-11-25' })).toBe(false);
    expect(carries(claim, text, text, { date: undefined })).toBe(false);
    expect(carries(claim, text, text, { language: 'nn' })).toBe(false);
    const undated = basisOf(text, { date: null });
    const passage = { start: 0, end: 5 };
    expect(mayCarry(passage, { outcome: 'unchanged', range: passage }, undated, { ...undated, date: undefined })).toBe(
      true,
    );
  });

  it('does not reach white space between sentences', () => {
    const text = intro + claim + end;
    const passage = { start: intro.length - 1, end: intro.length };
    expect(mayCarry(passage, { outcome: 'unchanged', range: passage }, basisOf(text), basisOf(text))).toBe(false);
  });
});
