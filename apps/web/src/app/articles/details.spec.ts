import { changesOf, detailsOf, rebase } from './details';

const before = detailsOf({ title: 'En', author: 'Kari', date: '2024-12-01', language: 'nb' });

describe('The details of an article', () => {
  it('are sent only where they differ; an emptied date is none', () => {
    expect(changesOf(before, before)).toEqual({});
    expect(changesOf(before, { ...before, title: 'To', date: '' })).toEqual({ title: 'To', date: null });
    expect(
      changesOf(detailsOf({ title: 'En', author: '', language: 'nb' }), { ...before, title: 'En', author: '' }),
    ).toEqual({ date: '2024-12-01' });
  });

  it('keep what somebody typed on top of what others changed', () => {
    const now = { ...before, title: 'Andres tittel', author: 'Ola' };
    expect(rebase(before, { ...before, title: 'Min tittel', language: 'nn' }, now)).toEqual({
      ...now,
      title: 'Min tittel',
      language: 'nn',
    });
  });
});
