import { assignmentRefusal, turnOf } from './assignment';

describe('Assignments', () => {
  const facts = { kind: 'review', roles: ['reviewer'], assigneeId: 'rita', authorIds: [] } as const;

  it('go to who may do what they ask for, and never to review one’s own work', () => {
    expect(assignmentRefusal(facts)).toBeUndefined();
    expect(assignmentRefusal({ ...facts, roles: ['editor'] })).toBe('cannotReview');
    expect(assignmentRefusal({ ...facts, authorIds: ['rita'] })).toBe('reviewsOwnWork');
    expect(assignmentRefusal({ ...facts, kind: 'check', authorIds: ['rita'] })).toBeUndefined();
    expect(assignmentRefusal({ ...facts, kind: 'check', roles: ['admin'] })).toBe('cannotWrite');
    expect(assignmentRefusal({ ...facts, kind: 'legal', roles: ['admin'] })).toBe('cannotWrite');
    expect(assignmentRefusal({ ...facts, kind: 'legal', roles: ['editor'] })).toBeUndefined();
  });

  it('are over when the claim is where they were to bring it', () => {
    expect(turnOf('check', 'open', 'returned')).toBe('due');
    expect(turnOf('check', 'open', 'submitted')).toBe('over');
    expect(turnOf('review', 'open', 'draft')).toBe('waits');
    expect(turnOf('review', 'open', 'submitted')).toBe('due');
    expect(turnOf('review', 'open', 'approved')).toBe('over');
    expect(turnOf('legal', 'open', 'approved')).toBe('due');
    expect(turnOf('legal', 'open', 'retired')).toBe('over');
    expect(turnOf('check', 'open', undefined)).toBe('due');
    expect(turnOf('check', 'done', undefined)).toBe('over');
  });
});
