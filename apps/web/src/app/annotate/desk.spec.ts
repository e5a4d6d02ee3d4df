import { TestBed } from '@angular/core/testing';
import { Toasts } from '../shell/toasts';
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

  it('counts what is mine to do: own unfinished claims and bare sentences for an editor, none of them for a reviewer', async () => {
    const annotations = [
      annotation(20, 0, 17, { status: 'draft', authors: [ola] }),
      annotation(21, 18, 30, { status: 'returned' }),
    ];
    expect((await scene({ annotations })).desk.waitingForMe()).toBe(2);
    TestBed.resetTestingModule();
    expect((await scene({ annotations, roles: ['reviewer'] })).desk.waitingForMe()).toBe(1);
  });

  it('opens the claim that waits instead of offering another one', async () => {
    const { desk } = await scene({ annotations: [annotation(20, 18, 30, { status: 'returned' })] });
    desk.next();
    expect(desk.activeId()).toBe(annotation(20, 18, 30).id);
    expect(desk.editorTakesFocus()).toBe(true);
    desk.close();
    desk.enter();
    expect(desk.activeId()).toBe(annotation(20, 18, 30).id);
  });

  it('opens the claim on exactly these words, and makes a second one only when asked to', async () => {
    const { call, desk, store } = await scene({ annotations: [annotation(20, 4, 9)] });
    call.mockReturnValue(new Promise(() => undefined));
    desk.select({ start: 4, end: 9, backward: false });
    desk.annotate('denied');
    expect(desk.activeId()).toBe(annotation(20, 4, 9).id);
    expect(store.annotations()).toHaveLength(1);
    TestBed.inject(Toasts).all()[0]?.action?.run();
    expect(store.annotations()).toHaveLength(2);
  });

  it('forgets that a reason was being chosen as soon as the selection is another one', async () => {
    const { desk } = await scene({ annotations: [annotation(20, 0, 17)] });
    const changes = [
      () => desk.select(undefined),
      () => desk.select({ start: 4, end: 16, backward: false }),
      () => desk.moveTo(desk.sentence() === 1 ? 2 : 1),
      () => desk.openAnnotation(annotation(20, 0, 17).id),
      () => desk.next(),
    ];
    for (const change of changes) {
      desk.select({ start: 4, end: 9, backward: false });
      desk.chooseReason(true);
      desk.select({ start: 4, end: 9, backward: true });
      expect(desk.choosingReason()).toBe(true);
      change();
      expect(desk.choosingReason()).toBe(false);
    }
  });

  it('says nothing of marks of punctuation alone', async () => {
    const { desk } = await scene();
    desk.select({ start: 16, end: 17, backward: false });
    expect(desk.passage()).toBeUndefined();
  });
});
