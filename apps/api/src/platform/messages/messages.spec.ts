import { ProblemError } from '../problem-error';
import { describeProblem } from './messages';

describe('describeProblem', () => {
  it('names a status in the language of the caller', () => {
    const problem = new ProblemError('wrong-status', { values: { status: 'submitted' } });
    expect(describeProblem(problem, 'nb').detail).toBe('Dette kan ikke gjøres mens annotasjonen er «Til godkjenning».');
    expect(describeProblem(problem, 'en').detail).toBe('This cannot be done while the annotation is “submitted”.');
  });

  it('says what is wrong with a field in words', () => {
    const problem = new ProblemError('invalid', { errors: [{ pointer: '/citations/0/sourceId', detail: 'unknownSource' }] });
    expect(describeProblem(problem, 'nb').errors).toEqual([{ pointer: '/citations/0/sourceId', detail: 'Denne kilden finnes ikke.' }]);
  });
});
