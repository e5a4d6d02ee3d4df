import { fitting, optionsOf } from './palette-options';

describe('the command palette', () => {
  const shortcut = (keys: string | readonly string[], name: string, more: { when?: () => boolean } = {}) => ({
    keys,
    description: () => name,
    scope: () => 'Artikkel',
    run: jest.fn(),
    ...more,
  });

  it('offers what each key would do now, the latest registered first', () => {
    const all = [
      shortcut('1', 'Bekreftet'),
      shortcut('1', 'Grunn én', { when: () => false }),
      shortcut(['j', 'ArrowDown'], 'Neste'),
      shortcut('j', 'Neste i køen'),
    ];
    const options = optionsOf(all);
    expect(options.map(({ label, keys }) => [label, keys])).toEqual([
      ['Neste i køen', 'j'],
      ['Neste', 'ArrowDown'],
      ['Bekreftet', '1'],
    ]);
    options[2]?.run();
    expect(all[0]?.run).toHaveBeenCalledTimes(1);
  });

  it('finds by every word, in label and part of the page, what begins with them first', () => {
    const options = ['Til neste', 'Neste setning', 'Godkjenn'].map((label) => ({
      label,
      scope: 'Artikkel',
      run: () => undefined,
    }));
    const labels = (typed: string) => fitting(options, typed).map(({ label }) => label);
    expect(labels('neste')).toEqual(['Neste setning', 'Til neste']);
    expect(labels('artikkel godkj')).toEqual(['Godkjenn']);
    expect(labels('')).toHaveLength(3);
    expect(labels('xyz')).toEqual([]);
  });
});
