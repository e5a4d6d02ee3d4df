import fc from 'fast-check';
import { actions, permissions, permits, refusal, roles, type Action, type Role } from './permission';
import { statuses, type Status } from './status';

describe('permits', () => {
  it.each<{ held: Role[]; granted: string[] }>([
    { held: [], granted: [] },
    { held: ['editor'], granted: ['read', 'write'] },
    { held: ['reviewer'], granted: ['read', 'write', 'review'] },
    { held: ['admin'], granted: ['read', 'metrics', 'manage'] },
    { held: ['admin', 'editor'], granted: ['read', 'write', 'metrics', 'manage'] },
    { held: ['admin', 'reviewer'], granted: ['read', 'write', 'review', 'metrics', 'manage'] },
  ])('$held: $granted', ({ held, granted }) => {
    expect(permissions.filter((permission) => permits(held, permission))).toEqual(granted);
  });

  it('grants to roles that combine what any of them grants', () => {
    fc.assert(
      fc.property(fc.subarray([...roles]), fc.constantFrom(...permissions), (held, permission) => {
        expect(permits(held, permission)).toBe(held.some((role) => permits([role], permission)));
      }),
    );
  });
});

/** `x`: possible in this status. */
const possible: Record<Action, Record<Status, 'x' | '-'>> = {
  edit: { draft: 'x', submitted: 'x', returned: 'x', approved: 'x', lapsed: 'x', retired: '-' },
  submit: { draft: 'x', submitted: '-', returned: 'x', approved: '-', lapsed: 'x', retired: '-' },
  withdraw: { draft: '-', submitted: 'x', returned: '-', approved: '-', lapsed: '-', retired: '-' },
  approve: { draft: '-', submitted: 'x', returned: '-', approved: '-', lapsed: '-', retired: '-' },
  return: { draft: '-', submitted: 'x', returned: '-', approved: '-', lapsed: '-', retired: '-' },
  retire: { draft: 'x', submitted: 'x', returned: 'x', approved: 'x', lapsed: 'x', retired: '-' },
};

describe('refusal', () => {
  const by =
    (held: readonly Role[], authorIds: string[] = ['somebody']) =>
    (action: Action, status: Status) =>
      refusal({ action, status, roles: held, actorId: 'me', authorIds });

  it.each(actions.flatMap((action) => statuses.map((status) => ({ action, status }))))(
    '$action of one that is $status',
    ({ action, status }) => {
      const expected = possible[action][status] === 'x' ? undefined : 'status';
      const decides = action === 'approve' || action === 'return';
      expect(by(['reviewer'])(action, status)).toBe(expected);
      expect(by(['editor'])(action, status)).toBe(decides ? 'role' : expected);
      expect(by(['admin'])(action, status)).toBe('role');
      expect(by(['admin', 'reviewer'])(action, status)).toBe(expected);
    },
  );

  it('lets nobody decide on what they wrote any part of, whatever their roles, and says so before the status', () => {
    const authors = fc.array(fc.constantFrom('a', 'b', 'c')).map((others) => [...others, 'me']);
    fc.assert(
      fc.property(
        fc.subarray([...roles]),
        fc.shuffledSubarray(['x', 'y', 'z']),
        authors,
        fc.constantFrom(...statuses),
        (held, before, after, status) => {
          const authorIds = [...before, ...after];
          for (const action of ['approve', 'return'] as const)
            expect(by(held, authorIds)(action, status)).toBe(permits(held, 'review') ? 'ownWork' : 'role');
        },
      ),
    );
  });

  it('lets authors do everything else', () => {
    for (const action of ['edit', 'submit', 'retire'] as const)
      expect(by(['editor'], ['me'])(action, 'draft')).toBeUndefined();
    expect(by(['editor'], ['me'])('withdraw', 'submitted')).toBeUndefined();
  });
});
