import { detectLanguage } from './language';

const norwegian =
  'Regjeringen vil ikke kommentere saken, sier statsministeren. Hun mener at det er for tidlig å si noe om den.';

describe('detectLanguage', () => {
  it.each([
    ['nb', norwegian],
    ['nb', 'Hun vet ikke hva de vil.'],
    ['nb', 'Det er bra.'],
    ['nb', 'Skatten øker med 2 prosent.'],
    ['nb', 'Broen åpner i mai, og den blir lang.'],
    ['nb', 'Stortinget vedtok loven i går.'],
    ['nb', `Han sa at hun mente at de visste at det var slik, og at ingen trodde at noe ville skje. At, at, at.`],
    ['nn', 'Regjeringa vil ikkje kommentere saka, seier statsministeren. Ho meiner at det er for tidleg å seie noko.'],
    ['nn', 'Eg veit ikkje kva dei vil.'],
    ['en', 'The government would not comment on the case, the prime minister said.'],
    ['en', 'It was not true.'],
    [
      'da',
      'Regeringen vil ikke kommentere sagen, siger statsministeren. Hun mener, at det er for tidligt at sige noget.',
    ],
    [
      'sv',
      'Regeringen vill inte kommentera ärendet, säger statsministern. Hon anser att det är för tidigt att säga något.',
    ],
    ['de', 'Die Regierung will sich zu dem Fall nicht äußern, sagte der Ministerpräsident. Er hält das für zu früh.'],
    [
      'fr',
      'Le gouvernement ne veut pas commenter cette affaire, a déclaré le premier ministre hier matin à la presse.',
    ],
    ['is', 'Ríkisstjórnin vill ekki tjá sig um málið, segir forsætisráðherrann. Það er of snemmt að segja nokkuð.'],
    ['ru', 'Правительство не будет комментировать это дело, сообщил вчера премьер-министр страны в интервью газете.'],
    ['und', '12345 …'],
  ])('sees %s: %s', (seen, text) => {
    expect(detectLanguage(text).seen).toBe(seen);
  });

  it('counts rates, so that a long text weighs no more than a short one', () => {
    expect(detectLanguage(`${norwegian} `.repeat(100)).seen).toBe(detectLanguage(norwegian).seen);
  });

  it.each([
    ['da', 'nb'],
    ['sv', 'nb'],
    ['de', 'en'],
  ])('cuts what it sees as %s like %s', (seen, language) => {
    const texts: Readonly<Record<string, string>> = {
      da: 'Regeringen vil ikke sige noget om sagen, og det har hun heller ikke gjort efter mødet.',
      sv: 'Regeringen vill inte säga något om ärendet, och det har hon inte heller gjort efter mötet.',
      de: 'Die Regierung will nichts zu dem Fall sagen, und das hat sie auch nach dem Treffen nicht getan.',
    };
    expect(detectLanguage(texts[seen] ?? '')).toEqual({ seen, language });
  });
});
