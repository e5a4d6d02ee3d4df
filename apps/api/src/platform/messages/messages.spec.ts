import { ProblemError } from '../problem-error';
import { z } from 'zod';
import { chooseLanguage, describeIssues, describeProblem } from './messages';
import { fieldMessages } from './fields';
import { problemMessages } from './problems';

describe('describeProblem', () => {
  it('names a status in the language of the caller', () => {
    const problem = new ProblemError('wrong-status', { values: { status: 'submitted' } });
    expect(describeProblem(problem, 'nb', 'id').detail).toBe(
      'Dette kan ikke gjøres mens annotasjonen er «til godkjenning».',
    );
    expect(describeProblem(problem, 'en', 'id').detail).toBe(
      'This cannot be done while the annotation is “in review”.',
    );
  });

  it('says what is wrong with a field in words', () => {
    const problem = new ProblemError('invalid', {
      errors: [{ pointer: '/citations/0/sourceId', detail: 'unknownSource' }],
    });
    expect(describeProblem(problem, 'nb', 'id').errors).toEqual([
      { pointer: '/citations/0/sourceId', detail: 'Denne kilden finnes ikke.' },
    ]);
  });
});

describe('chooseLanguage', () => {
  it.each([
    [undefined, 'nb'],
    ['', 'nb'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN-us', 'en'],
    ['nn', 'nb'],
    ['no', 'nb'],
    ['nb-NO,nb;q=0.9,en;q=0.8', 'nb'],
    ['en;q=0.8, nb;q=0.9', 'nb'],
    ['nb;q=0.1, en', 'en'],
    ['de, en;q=0.1', 'en'],
    ['de', 'nb'],
    ['nb;q=0, en;q=0.1', 'en'],
    ['*', 'nb'],
    [',;q=,;;q=x', 'nb'],
    ['fr;q=1, nb; q=0.3, en; q=0.4', 'en'],
  ])('takes %j as %s', (header, language) => expect(chooseLanguage(header)).toBe(language));
});

describe('describeIssues', () => {
  const body = z.strictObject({
    name: z.string().min(1),
    'a/b~c': z.array(z.int()),
    reason: z.string({ error: 'reasonNeeded' }),
  });
  const fault = () => {
    const { error } = body.safeParse({ name: '', 'a/b~c': [1, 'x'], extra: 1 }, { reportInput: true });
    if (!error) throw new Error('no fault was found');
    return error;
  };

  it('says in both languages what is wrong, and points to it (RFC 6901)', () => {
    expect(describeIssues(fault(), 'en')).toEqual([
      { pointer: '/name', detail: 'This has to be filled in.' },
      { pointer: '/a~1b~0c/1', detail: 'Invalid input: expected number, received string' },
      { pointer: '/reason', detail: 'Choose why the sentence cannot be checked.' },
      { pointer: '', detail: 'Unrecognized key: "extra"' },
    ]);
    expect(describeIssues(fault(), 'nb').map(({ detail }) => detail)).toEqual([
      'Dette må fylles ut.',
      'Ugyldig input: forventet tall, fikk string',
      'Velg hvorfor setningen ikke kan sjekkes.',
      'Ukjent nøkkel: "extra"',
    ]);
  });

  it.each([
    [z.string().min(10), 'kort', 'For kort: skriv minst 10 tegn.'],
    [z.string().max(3), 'for langt', 'For langt: skriv høyst 3 tegn.'],
    [z.string(), undefined, 'Dette må fylles ut.'],
    [z.email(), 'kari', 'Dette er ikke en e-postadresse.'],
    [
      z.url({ protocol: /^https?$/ }),
      'javascript:alert(1)',
      'Dette er ikke en nettadresse som begynner med http:// eller https://.',
    ],
  ])('says it plainly where people meet it (%#)', (rule, given, said) => {
    const { error } = z.object({ field: rule }).safeParse({ field: given }, { reportInput: true });
    expect(error && describeIssues(error, 'nb')).toEqual([{ pointer: '/field', detail: said }]);
  });

  it('points into a query where it is told so', () => {
    expect(describeIssues(fault(), 'en', '?')[0]?.pointer).toBe('?/name');
  });
});

describe('what the server says', () => {
  it('is there in both languages, with the same gaps to fill', () => {
    const gaps = (text: string) => text.match(/\{\{\w+\}\}/g) ?? [];
    for (const [code, said] of Object.entries(problemMessages.nb)) {
      const other = problemMessages.en[code as keyof typeof problemMessages.en];
      expect(said.map(gaps)).toEqual(other.map(gaps));
      expect(said).not.toEqual(other);
    }
    expect(Object.keys(fieldMessages.nb)).toEqual(Object.keys(fieldMessages.en));
  });
});
