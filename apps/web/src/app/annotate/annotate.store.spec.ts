import { routes } from '@belegg/contract';
import { annotation, article, kari, ola, scene, uuid } from './test/scene';

describe('AnnotateStore', () => {
  it('derives the state of each sentence as the server does', async () => {
    const { store } = await scene({
      annotations: [
        annotation(20, 0, 17, { status: 'approved' }),
        annotation(21, 4, 9, { status: 'returned' }),
        annotation(22, 18, 30, { status: 'retired' }),
      ],
    });
    store.putArticle({
      ...article,
      sentences: article.sentences.map((one) =>
        one.index === 2
          ? {
              ...one,
              checkable: false,
              reason: 'norm' as const,
              markedBy: kari,
              confirmedBy: ola,
              state: 'notCheckable' as const,
            }
          : one,
      ),
    });
    expect(store.states()).toEqual(['returned', 'unchecked', 'notCheckable']);
    expect(store.coverage()).toEqual(expect.objectContaining({ checkable: 2, approved: 0 }));
    store.drop(uuid(21));
    store.put(annotation(20, 0, 9, { status: 'approved', revision: 2 }));
    expect(store.states()[0]).toBe('partly');
    expect(store.covered()[0]?.open).not.toEqual([]);
  });

  it('puts what has lost its words on no words', async () => {
    const { store } = await scene({
      annotations: [annotation(20, 0, 17, { anchor: { outcome: 'orphaned' } }), annotation(21, 18, 30)],
    });
    expect(store.passages().map(({ id }) => id)).toEqual([uuid(21)]);
    expect(store.orphans().map(({ id }) => id)).toEqual([uuid(20)]);
  });

  it('does not let a late answer undo a newer one', async () => {
    const { store } = await scene({ annotations: [annotation(20, 0, 17, { revision: 3, rationale: 'Ny' })] });
    store.put(annotation(20, 0, 17, { revision: 2, rationale: 'Gammel' }));
    expect(store.annotation(uuid(20))?.rationale).toBe('Ny');
    store.put(annotation(20, 0, 17, { revision: 3, rationale: 'Ny', etag: '"later"' }));
    expect(store.annotation(uuid(20))?.etag).toBe('"later"');
  });

  it('asks for the text and what was annotated at once, and shows nothing annotated before the text', async () => {
    const { call, store } = await scene();
    const other = { ...article, id: uuid(99) };
    let answer: (value: unknown) => void = () => undefined;
    call.mockImplementation((route: unknown) =>
      route === routes.getArticle
        ? new Promise((resolve) => (answer = resolve))
        : Promise.resolve({ items: [annotation(20, 0, 17)] }),
    );
    const loading = store.load(other.id);
    expect(call.mock.calls.map(([route]: [unknown]) => route)).toEqual([routes.getArticle, routes.listAnnotations]);
    await new Promise((resolve) => setTimeout(resolve));
    expect(store.annotations()).toEqual([]);
    answer(other);
    await loading;
    expect(store.annotations()).toHaveLength(1);
    expect(store.isComplete()).toBe(true);
  });

  it('keeps what came while all were being read anew', async () => {
    const { call, store } = await scene({ annotations: [annotation(20, 0, 17)] });
    let answer: (value: unknown) => void = () => undefined;
    call.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const reading = store.reloadAnnotations();
    store.put(annotation(21, 18, 30));
    store.put(annotation(20, 0, 17, { revision: 2 }));
    answer({ items: [annotation(20, 0, 17)] });
    await reading;
    expect(call).toHaveBeenCalledWith(routes.listAnnotations, { params: { id: article.id } });
    expect(store.annotations().map(({ id, revision }) => [id, revision])).toEqual([
      [uuid(20), 2],
      [uuid(21), 1],
    ]);
  });
});
