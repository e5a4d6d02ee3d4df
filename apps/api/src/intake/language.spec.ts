import { detectLanguage } from './language';

describe('detectLanguage', () => {
  it.each([
    ['nb', 'Regjeringen vil ikke kommentere saken, sier statsministeren. Hun mener at det er for tidlig å si noe.'],
    ['nb', 'Hun vet ikke hva de vil.'],
    ['nn', 'Regjeringa vil ikkje kommentere saka, seier statsministeren. Ho meiner at det er for tidleg å seie noko.'],
    ['nn', 'Eg veit ikkje kva dei vil.'],
    ['en', 'The government would not comment on the case, the prime minister said.'],
    ['en', 'It was not true.'],
    ['nb', '12345 …'],
  ])('takes for %s: %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });
});
