import { annotation, kari, ola, scene, text } from './test/scene';

describe('Desk', () => {
  it('opens what lies here one after the other, the one that shows first', async () => {
    const { desk } = await scene({ annotations: [annotation(20, 0, 17), annotation(21, 4, 9)] });
    const opened = () => {
      desk.openAt({ start: 5, end: 6 });
      return desk.activeId()!.slice(-2);
    };
    expect([opened(), opened(), opened()]).toEqual(['21', '20', '21']);
    expect(desk.openAt({ start: 20, end: 21 })).toBe(false);
  });

  it('speaks of what is selected, without the space around it, else of the sentence at the cursor', async () => {
    const { desk } = await scene();
    desk.moveTo(1);
    expect(desk.passage()).toEqual(expect.objectContaining({ start: 18, end: 30 }));
    desk.select({ start: 3, end: 10, backward: false });
    expect(text.slice(desk.passage()!.start, desk.passage()!.end)).toBe('lovet');
    desk.select({ start: 3, end: 4, backward: false });
    expect(desk.passage()).toBeUndefined();
  });

  it('selects the passage of an open annotation to make it longer or shorter, until another is opened', async () => {
    const { desk } = await scene({ annotations: [annotation(20, 4, 9), annotation(21, 18, 30)] });
    desk.openAnnotation(annotation(20, 4, 9).id);
    desk.resize(annotation(20, 4, 9));
    expect(desk.target()).toEqual({ sentence: 0, take: 'select', range: { start: 4, end: 9 } });
    expect(desk.isResizing()).toBe(true);
    desk.openAnnotation(annotation(21, 18, 30).id);
    expect(desk.isResizing()).toBe(false);
  });

  it('goes on to what waits for an editor, and not to what waits for others', async () => {
    const { desk } = await scene({
      annotations: [annotation(20, 0, 17, { status: 'submitted' }), annotation(21, 31, 43, { status: 'returned' })],
    });
    expect(desk.waitingForMe()).toBe(2);
    expect(desk.next()).toBe(true);
    expect(desk.target()).toEqual({ sentence: 1, take: 'select' });
    desk.next();
    expect(desk.sentence()).toBe(2);
    desk.next();
    expect(desk.sentence()).toBe(1);
  });

  it('takes a reviewer to what others submitted, never to their own', async () => {
    const submitted = { status: 'submitted' as const };
    const { desk } = await scene({
      roles: ['reviewer'],
      annotations: [
        annotation(20, 0, 17, { ...submitted, authors: [ola] }),
        annotation(21, 18, 30, { ...submitted, authors: [ola, kari] }),
        annotation(22, 31, 43, { status: 'approved' }),
      ],
    });
    expect(desk.waitingForMe()).toBe(1);
    desk.next();
    expect(desk.sentence()).toBe(0);
  });

  it('has nothing for who may only read', async () => {
    const { desk, call } = await scene({ roles: ['admin'] });
    expect(desk.next()).toBe(false);
    desk.annotate('denied');
    expect(call).not.toHaveBeenCalled();
  });

  it('locks what waits for approval or has it until somebody means to change it', async () => {
    const approved = annotation(20, 0, 17, { status: 'approved' });
    const { desk } = await scene({ annotations: [approved, annotation(21, 18, 30)] });
    expect(desk.isUnlocked(annotation(21, 18, 30))).toBe(true);
    expect(desk.isUnlocked(approved)).toBe(false);
    desk.unlock(approved.id);
    expect(desk.isUnlocked(approved)).toBe(true);
    desk.lock(approved.id);
    expect(desk.isUnlocked(approved)).toBe(false);
  });
});
