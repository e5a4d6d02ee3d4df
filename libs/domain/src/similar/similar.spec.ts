import { rankSimilar } from './rank-similar';
import { checkedBefore, halfOf, measure } from './test/measure';

describe.each(['tuned', 'held'] as const)('the %s half of the pairs', (half) => {
  it('has the claim that was checked before among the first three, for nine in ten', () => {
    const { pairs, first, amongThree, falseAlarms, missed } = measure(halfOf(half));
    process.stdout.write(
      `${half}: ${amongThree} of ${pairs} among the first three of ${checkedBefore.length}, ${first} first; ` +
        `something is shown for ${falseAlarms} of ${pairs} of which nothing was checked\n`,
    );
    if (process.env['MISSES'] === half) process.stdout.write(`${missed.join('\n')}\n`);
    expect(amongThree / pairs).toBeGreaterThanOrEqual(0.9);
  });
});

describe('rankSimilar', () => {
  const nb = (text: string) => ({ text, language: 'nb' });
  const best = (asked: string, ...claims: string[]) => rankSimilar(nb(asked), claims.map(nb), 0)[0]?.claim.text;

  it('takes a number in any form for the same, and another number for less', () => {
    const asked = 'Kommunen brukte 4 600 kroner.';
    expect(best(asked, 'Kommunen brukte 9 200 kroner.', 'Kommunen brukte 4600 kroner.')).toContain('4600');
    expect(best(asked, 'Kommunen brukte 46 kroner.', 'Kommunen brukte 4,6 tusen kroner.')).toContain('tusen');
  });

  it('takes names for more than other words', () => {
    const asked = 'Equinor stengte anlegget på Melkøya.';
    expect(best(asked, 'Kommunen stengte anlegget.', 'Anlegget til Equinor er ute av drift.')).toContain('Equinor');
  });

  it('finds nothing where nothing is alike, and nothing in nothing', () => {
    expect(rankSimilar(nb('Det regnet i Bergen.'), [nb('Statsbudsjettet øker med ti prosent.')])).toEqual([]);
    expect(rankSimilar(nb(''), [nb(''), nb('…')])).toEqual([]);
  });
});
