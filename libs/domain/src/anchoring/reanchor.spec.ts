import fc from 'fast-check';
import { reanchor, type Anchor } from './reanchor';
import { cpuSeconds } from './test/cpu';
import { editedArticle, edits, type EditKind } from './test/edits';
import { oddText } from '../text/test/oddities';
import { Random } from './test/random';
import { judge, targetsIn, Truths, movedTargets } from './test/truth';

const opening = 'Statsministeren la frem budsjettet i går.';
const middle = 'Opposisjonen reagerte kraftig på forslaget fra regjeringen.';
const closing = 'Debatten fortsetter i Stortinget neste uke.';
const join = (...sentences: string[]) => sentences.join(' ');
const slice = (text: string, { start, end }: { start: number; end: number }) => [...text].slice(start, end).join('');

/** The anchor of the n-th occurrence of a quote, and what stands there now. */
function follow(quote: string, oldText: string, newText: string, occurrence = 0): Anchor & { text?: string } {
  let from = oldText.indexOf(quote);
  for (let count = 0; count < occurrence; count++) from = oldText.indexOf(quote, from + 1);
  const start = [...oldText.slice(0, from)].length;
  const [anchor] = reanchor(oldText, newText, [{ start, end: start + [...quote].length }]);
  return anchor!.outcome === 'orphaned' ? anchor! : { ...anchor!, text: slice(newText, anchor!.range) };
}

describe('an unchanged passage', () => {
  it('keeps its outcome when only its offset shifts', () => {
    const now = join('Her kommer en ny innledning.', opening, middle);
    expect(follow(middle, join(opening, middle), now)).toMatchObject({
      outcome: 'unchanged',
      text: middle,
      range: { start: 71 },
    });
    expect(follow('kraftig', join(opening, middle), now)).toMatchObject({ outcome: 'unchanged', text: 'kraftig' });
  });

  it('is found by the sentence around it, however often it occurs: a letter, a word, a number', () => {
    const old = join(opening, 'Tapet var 10 millioner i 10 kommuner.', middle);
    const now = join(closing, opening, 'Tapet var 10 millioner i 10 kommuner.', middle);
    for (const quote of ['i', 'e', '10', 'var', '.', 'millioner i 10']) {
      for (let occurrence = 0; occurrence < Math.min(2, old.split(quote).length - 1); occurrence++) {
        const shift = closing.length + 1;
        const at = follow(quote, old, now, occurrence);
        const before = follow(quote, old, old, occurrence);
        expect(at).toMatchObject({ outcome: 'unchanged', text: quote });
        expect(at.outcome !== 'orphaned' && before.outcome !== 'orphaned' && at.range.start - before.range.start).toBe(
          shift,
        );
      }
    }
  });

  it('stays so inside a sentence that was changed a little elsewhere', () => {
    const now = join(opening, middle.replace('kraftig', 'svært kraftig'), closing);
    expect(follow('forslaget fra regjeringen', join(opening, middle, closing), now)).toMatchObject({
      outcome: 'unchanged',
      text: 'forslaget fra regjeringen',
    });
  });

  it('of two swapped neighbours is one of them; the other has moved', () => {
    const now = join(middle, opening, closing);
    expect(follow(opening, join(opening, middle, closing), now)).toMatchObject({ outcome: 'moved', text: opening });
    expect(follow(middle, join(opening, middle, closing), now)).toMatchObject({ outcome: 'unchanged', text: middle });
    expect(follow(join(opening, middle), join(opening, middle, closing), now)).toMatchObject({
      outcome: 'changed',
      text: join(middle, opening),
    });
  });
});

describe('a changed passage', () => {
  it.each([
    ['whitespace', opening, opening.replace(/ /g, '  ')],
    ['whitespace', join(opening, middle), `${opening}\n${middle}`],
    ['quotation', 'Han sa: «Dette er feil». – Ja, sa hun.', 'Han sa: "Dette er feil". - Ja, sa hun.'],
    ['case', opening, opening.toUpperCase()],
    ['wording', middle, middle.replace('reagerte', 'reagerte ikke')],
    ['wording', 'Tapet var 10 millioner.', 'Tapet var 12 millioner.'],
    ['wording', middle, middle.replace('kraftig', 'krafitg')],
  ])('differs in %s', (difference, old, now) => {
    const found = follow(old, join(closing, old, opening), join(closing, now, opening));
    expect(found).toMatchObject({ outcome: 'changed', difference, text: now });
    expect(found.outcome === 'changed' && found.score > 0.6 && found.score < 1).toBe(true);
  });

  it('may be one word, misspelt, but never another number or name', () => {
    expect(
      follow('budsjettet', join(opening, middle), join(opening.replace('budsjettet', 'budsjetet'), middle)),
    ).toMatchObject({ outcome: 'changed', text: 'budsjetet' });
    expect(follow('10', join(opening, 'Tapet var 10 millioner.'), join(opening, 'Tapet var 12 millioner.'))).toEqual({
      outcome: 'orphaned',
    });
    expect(
      follow(
        'Hansen',
        join('Det sier Kari Hansen til avisen.', middle),
        join('Det sier Kari Berg til avisen.', middle),
      ),
    ).toEqual({ outcome: 'orphaned' });
  });

  it('is what remains together of two sentences, when that is most', () => {
    const old = join(opening, middle, closing);
    expect(follow(join(opening, middle), old, join(middle, closing))).toMatchObject({
      outcome: 'changed',
      text: middle,
    });
    expect(follow(join(opening, middle), old, join(opening, closing))).toEqual({ outcome: 'orphaned' });
  });

  it('takes in what was put into it', () => {
    expect(
      follow(
        join(opening, middle),
        join(opening, middle, closing),
        join(opening, 'Det ventet mange på.', middle, closing),
      ),
    ).toMatchObject({ outcome: 'changed', text: join(opening, 'Det ventet mange på.', middle) });
  });

  it('is an identical phrase when little of its sentence is left', () => {
    const old = join(
      opening,
      'Etter en lang natt med harde forhandlinger mellom alle partiene vil statsminister Jonas Gahr Støre til slutt ikke svare avisen.',
      closing,
    );
    const now = join(
      opening,
      'Budsjettet er stramt, men vil statsminister Jonas Gahr Støre til slutt ikke endre det i vår, ifølge kilder i departementet.',
      closing,
    );
    expect(follow('Jonas Gahr Støre', old, now)).toMatchObject({
      outcome: 'changed',
      difference: 'surroundings',
      text: 'Jonas Gahr Støre',
    });
  });

  it('keeps its edges inside words that are still the same', () => {
    const found = follow(
      'sjettet i går. Opposisjonen rea',
      join(opening, middle, closing),
      join(opening, 'I dag', middle, closing),
    );
    expect(found).toMatchObject({ outcome: 'changed', text: 'sjettet i går. I dag Opposisjonen rea' });
  });

  it('keeps the ends that a swap of words left behind', () => {
    expect(
      follow(
        'reagerte kraftig',
        join(opening, middle, closing),
        join(opening, middle.replace('reagerte kraftig', 'kraftig reagerte'), closing),
      ),
    ).toMatchObject({ outcome: 'changed', text: 'kraftig reagerte' });
  });

  it('never ends inside a grapheme', () => {
    expect(follow('Hun er 👩 i dag', 'Hun er 👩 i dag og smiler.', 'Hun er 👩‍🚀 i dag og smiler.')).toMatchObject({
      outcome: 'changed',
      text: 'Hun er 👩‍🚀 i dag',
    });
    expect(follow('👩', 'Hun er 👩 i dag og smiler.', 'Hun er 👩‍🚀 i dag og smiler.')).toEqual({ outcome: 'orphaned' });
    expect(
      follow('🇳🇴', `${opening} Flagg: 🇳🇴 og 🇸🇪. ${middle}`, `${opening} Flagg: 🇳🇴🇰🇷 og 🇸🇪. ${middle}`),
    ).toMatchObject({ outcome: 'unchanged', text: '🇳🇴' });
  });
});

describe('an orphan', () => {
  it('is what was deleted, whatever is like it', () => {
    const twin = join(opening, 'Tapet var 10 millioner.', middle, 'Tapet var 12 millioner.', closing);
    expect(follow('Tapet var 10 millioner.', twin, join(opening, middle, 'Tapet var 12 millioner.', closing))).toEqual({
      outcome: 'orphaned',
    });
    expect(
      follow('Tapet var 12 millioner.', twin, join(opening, middle, 'Tapet var 12 millioner.', closing)),
    ).toMatchObject({ outcome: 'unchanged' });
    const side = join(opening, 'Tapet var 10 millioner. Tapet var 12 millioner.', middle);
    expect(follow('Tapet var 10 millioner.', side, join(opening, 'Tapet var 12 millioner.', middle))).toEqual({
      outcome: 'orphaned',
    });
    expect(follow('Tapet var 12 millioner.', side, join(opening, 'Tapet var 12 millioner.', middle))).toMatchObject({
      outcome: 'unchanged',
    });
  });

  it('is a deleted refrain whose twin stays with its neighbours', () => {
    const old = join(opening, 'Saken oppdateres.', middle, 'Saken oppdateres.', closing);
    expect(follow('Saken oppdateres.', old, join(opening, middle, 'Saken oppdateres.', closing))).toEqual({
      outcome: 'orphaned',
    });
    expect(follow('Saken oppdateres.', old, join(opening, middle, 'Saken oppdateres.', closing), 1)).toMatchObject({
      outcome: 'unchanged',
    });
  });

  it.each([
    [
      'one of two in a row was cut',
      join(opening, 'Les også.', 'Les også.', middle),
      join(opening, 'Les også.', middle),
    ],
    [
      'a second one was put beside it',
      join(opening, 'Les også.', middle),
      join(opening, 'Les også.', 'Les også.', middle),
    ],
    [
      'what stood between was cut with one of them',
      join(opening, 'Les også.', middle, 'Les også.', closing),
      join(opening, 'Les også.', closing),
    ],
    ['one of many was cut', 'Les også. '.repeat(50), 'Les også. '.repeat(49)],
    ['one of many was put in', 'Les også. '.repeat(50), 'Les også. '.repeat(51)],
    ['one was put in at the beginning', join('Les også.', opening), join('Les også.', 'Les også.', opening)],
    ['one was cut at the end', join(opening, 'Les også.', 'Les også.'), join(opening, 'Les også.')],
  ])('is every refrain when %s, since nobody can tell which is left', (_, old, now) => {
    for (let occurrence = 0; occurrence < old.split('Les også.').length - 1; occurrence++) {
      expect(follow('Les også.', old, now, occurrence)).toEqual({ outcome: 'orphaned' });
    }
  });

  it('is one of two like words when one was cut', () => {
    const old = join('Det er veldig veldig bra at de kom hit.', middle);
    for (const occurrence of [0, 1])
      expect(follow('veldig', old, old.replace('veldig ', ''), occurrence)).toEqual({ outcome: 'orphaned' });
  });

  it('is what fits two new sentences as well', () => {
    const now = join(opening, 'Det kostet byen 11 millioner i fjor.', 'Det kostet byen 13 millioner i fjor.', closing);
    expect(
      follow(
        'Det kostet byen 12 millioner i fjor.',
        join(opening, 'Det kostet byen 12 millioner i fjor.', closing),
        now,
      ),
    ).toEqual({ outcome: 'orphaned' });
  });

  it('is each of two sentences that one new sentence fits as well', () => {
    const old = join(opening, 'Det kostet byen 11 millioner i fjor.', 'Det kostet byen 13 millioner i fjor.', closing);
    const now = join(opening, 'Det kostet byen 12 millioner i fjor.', closing);
    for (const number of [11, 13])
      expect(follow(`Det kostet byen ${number} millioner i fjor.`, old, now)).toEqual({ outcome: 'orphaned' });
  });

  it('is a phrase whose sentence was replaced, though the words occur elsewhere', () => {
    const tail = 'sier statsminister Jonas Gahr Støre til NTB.';
    const old = join(opening, `Vi må ta klimaet på alvor, ${tail}`, middle, closing);
    expect(
      follow('på alvor', old, join(opening, middle, 'Alt er på alvor nå for tiden i Stortinget.', closing)),
    ).toEqual({ outcome: 'orphaned' });
    expect(
      follow(
        'statsminister Jonas Gahr Støre',
        old,
        join(opening, middle, closing, `Solen skinte over hele hovedstaden da budsjettet ble lagt frem i dag, ${tail}`),
      ),
    ).toEqual({ outcome: 'orphaned' });
  });

  it('is everything when the new text is empty or altogether another', () => {
    expect(follow(opening, join(opening, middle), '')).toEqual({ outcome: 'orphaned' });
    expect(follow('i', join(opening, middle), 'Ingen vet hva som kan skje i morgen.')).toEqual({ outcome: 'orphaned' });
    expect(follow(opening, opening, closing)).toEqual({ outcome: 'orphaned' });
  });

  it('is a target that is no passage, or white space alone', () => {
    const text = join(opening, middle);
    const targets = [
      { start: 3, end: 3 },
      { start: -1, end: 4 },
      { start: 5, end: 2 },
      { start: 0, end: text.length + 1 },
    ];
    for (const now of [text, `${text} ${closing}`])
      expect(reanchor(text, now, targets).map(({ outcome }) => outcome)).toEqual(Array(4).fill('orphaned'));
    expect(reanchor(text, `${text} ${closing}`, [{ start: opening.length, end: opening.length + 1 }])).toEqual([
      { outcome: 'orphaned' },
    ]);
    expect(reanchor('', 'a', [{ start: 0, end: 1 }])).toEqual([{ outcome: 'orphaned' }]);
  });
});

describe('in any script', () => {
  it('follows Korean and Chinese, with and without spaces', () => {
    const korean = [
      '한국은 어제 새로운 예산안을 발표했다.',
      '야당은 이 제안에 강하게 반발했다.',
      '국회는 다음 주에 논의를 계속한다.',
    ];
    const chinese = ['政府昨天公布了新的预算。', '反对党强烈反对这一提案。', '议会下周将继续辩论。'];
    for (const [first, second, third] of [korean, chinese] as [string, string, string][]) {
      const separator = first.includes(' ') ? ' ' : '';
      const old = [first, second, third].join(separator);
      const now = [third, first, second].join(separator);
      expect(follow(first, old, now)).toMatchObject({ outcome: 'unchanged', text: first });
      expect(follow(third, old, now)).toMatchObject({ outcome: 'moved', text: third });
    }
    const negated = chinese[1]!.replace('强烈', '不强烈');
    expect(follow(chinese[1]!, chinese.join(''), [chinese[0], negated, chinese[2]].join(''))).toMatchObject({
      outcome: 'changed',
      text: negated,
    });
    expect(follow('预算', chinese.join(''), [chinese[2], chinese[0], chinese[1]].join(''))).toMatchObject({
      outcome: 'unchanged',
      text: '预算',
    });
  });

  it('answers for odd text, and never claims what is not there', () => {
    fc.assert(
      fc.property(
        oddText,
        oddText,
        oddText,
        fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 8 }),
        (a, b, c, pairs) => {
          const length = [...(a + b)].length;
          const targets = pairs.map(([x, y]) => ({ start: Math.min(x, y), end: Math.min(length, Math.max(x, y) + 1) }));
          for (const now of [b + a, a + c + b, c, a]) {
            const points = [...now];
            reanchor(a + b, now, targets).forEach((anchor, index) => {
              if (anchor.outcome === 'orphaned') return;
              const { start, end } = anchor.range;
              expect(start >= 0 && start < end && end <= points.length).toBe(true);
              const isSame = slice(now, anchor.range) === slice(a + b, targets[index]!);
              if (anchor.outcome === 'changed')
                expect(anchor.score > 0 && anchor.score <= 1 && isSame === (anchor.difference === 'surroundings')).toBe(
                  true,
                );
              else expect(isSame).toBe(true);
            });
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('leaves everything unchanged in the same text', () => {
    fc.assert(
      fc.property(oddText, fc.nat(), (text, pick) => {
        const start = pick % [...text].length;
        expect(reanchor(text, text, [{ start, end: start + 1 }])).toEqual([
          { outcome: 'unchanged', range: { start, end: start + 1 } },
        ]);
      }),
    );
  });
});

describe('after edits whose truth is known', () => {
  it.each(Object.keys(edits) as EditKind[])(
    'never lies: %s',
    (kind) => {
      const tally = {
        all: 0,
        right: 0,
        sure: 0,
        sureWrong: 0,
        changed: 0,
        changedWrong: 0,
        deleted: 0,
        revived: 0,
        moved: 0,
        movedFound: 0,
      };
      for (let seed = 1; seed <= 4; seed++) {
        const edited = editedArticle(kind, 300, new Random(seed));
        const targets = targetsIn(edited.oldText, edited.paragraphs, 600, new Random(seed + 100));
        const known = new Truths(edited);
        const truths = targets.map((target) => known.of(target));
        const moved = movedTargets(edited, targets, truths);
        reanchor(edited.oldText, edited.newText, targets).forEach((anchor, index) => {
          const verdict = judge('range' in anchor ? anchor : {}, truths[index]);
          const isWrong = verdict === 'wrong' || verdict === 'revived';
          tally.all++;
          if (verdict === 'right') tally.right++;
          if (anchor.outcome === 'unchanged' || anchor.outcome === 'moved') tally.sureWrong += isWrong ? 1 : 0;
          if (anchor.outcome === 'changed') tally.changed++;
          if (anchor.outcome === 'changed' && verdict === 'wrong') tally.changedWrong++;
          if (!truths[index]) tally.deleted++;
          if (verdict === 'revived') tally.revived++;
          if (moved[index]) tally.moved++;
          if (moved[index] && verdict === 'right') tally.movedFound++;
        });
      }
      // A sentence put in where a nearly like one was deleted cannot be told from that one, reworded.
      expect(tally.sureWrong).toBeLessThanOrEqual(kind === 'twins' ? 1 : 0);
      expect(tally.right / tally.all).toBeGreaterThan(0.985);
      expect(tally.changedWrong).toBeLessThanOrEqual(Math.max(2, tally.changed * 0.012));
      expect(tally.revived).toBeLessThanOrEqual(Math.max(1, tally.deleted * 0.02));
      expect(tally.movedFound).toBeGreaterThanOrEqual(tally.moved * 0.95);
    },
    60_000,
  );
});

describe('on hostile text', () => {
  const sentence = 'Tapet var 10 millioner. ';
  const rows = (first: number) =>
    Array.from({ length: 10_000 }, (_, row) => `Tapet var ${first + row} millioner.`).join('\n');
  it.each([
    ['one letter', 'a'.repeat(1_000_000), `${'a'.repeat(500_000)}b${'a'.repeat(500_000)}`],
    ['one sentence, one fewer', sentence.repeat(20_000), sentence.repeat(19_999)],
    [
      'one sentence, every tenth another',
      sentence.repeat(20_000),
      (sentence.repeat(9) + 'Tapet ble stort. ').repeat(2000),
    ],
    ['one letter, spaced', 'a '.repeat(100_000), `b ${'a '.repeat(100_000)}`],
    ['two words in turn', 'a b '.repeat(50_000), 'b a '.repeat(50_000)],
    ['rows with other numbers', rows(0), rows(50_000)],
    [
      'no stops',
      'Opposisjonen reagerte kraftig i går '.repeat(5000),
      'Opposisjonen reagerte svakt i dag '.repeat(5000),
    ],
  ])(
    'ends in seconds: %s',
    (_, old, now) => {
      const targets = Array.from({ length: 1000 }, (_, index) => ({ start: index * 150, end: index * 150 + 20 }));
      const spent = cpuSeconds(() => {
        for (const anchor of reanchor(old, now, targets))
          if (anchor.outcome === 'unchanged') expect(anchor.range.end - anchor.range.start).toBe(20);
      });
      expect(spent).toBeLessThan(20);
    },
    120_000,
  );
});
