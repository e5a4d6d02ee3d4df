import { TestBed } from '@angular/core/testing';
import { Toasts } from '../shell/toasts';
import { annotation, kari, ola, scene, text } from './test/scene';

describe('PageFocus', () => {
  it('opens what lies here one after the other, the one that shows first', async () => {
    const { pageFocus } = await scene({ annotations: [annotation(20, 0, 17), annotation(21, 4, 9)] });
    const opened = () => {
      pageFocus.openAt({ start: 5, end: 6 });
      return pageFocus.activeId()!.slice(-2);
    };
    expect([opened(), opened(), opened()]).toEqual(['21', '20', '21']);
    expect(pageFocus.openAt({ start: 20, end: 21 })).toBe(false);
  });

  it('speaks of what is selected, without the space around it, else of the sentence at the cursor', async () => {
    const { pageFocus } = await scene();
    pageFocus.moveTo(1);
    expect(pageFocus.passage()).toEqual(expect.objectContaining({ start: 18, end: 30 }));
    pageFocus.select({ start: 3, end: 10, backward: false });
    expect(text.slice(pageFocus.passage()!.start, pageFocus.passage()!.end)).toBe('lovet');
    pageFocus.select({ start: 3, end: 4, backward: false });
    expect(pageFocus.passage()).toBeUndefined();
  });

  it('selects the passage of an open annotation to make it longer or shorter, until another is opened', async () => {
    const { pageFocus } = await scene({ annotations: [annotation(20, 4, 9), annotation(21, 18, 30)] });
    pageFocus.openAnnotation(annotation(20, 4, 9).id);
    pageFocus.resize(annotation(20, 4, 9));
    expect(pageFocus.target()).toEqual({ sentence: 0, take: 'select', range: { start: 4, end: 9 } });
    expect(pageFocus.isResizing()).toBe(true);
    pageFocus.openAnnotation(annotation(21, 18, 30).id);
    expect(pageFocus.isResizing()).toBe(false);
  });

  it('goes on to what waits for an editor, and not to what waits for others', async () => {
    const { pageFocus } = await scene({
      annotations: [annotation(20, 0, 17, { status: 'submitted' }), annotation(21, 31, 43, { status: 'returned' })],
    });
    expect(pageFocus.waitingForMe()).toBe(2);
    expect(pageFocus.next()).toBe(true);
    expect(pageFocus.target()).toEqual({ sentence: 1, take: 'select' });
    pageFocus.next();
    expect(pageFocus.sentence()).toBe(2);
    pageFocus.next();
    expect(pageFocus.sentence()).toBe(1);
  });

  it('takes a reviewer to what others submitted, never to their own', async () => {
    const submitted = { status: 'submitted' as const };
    const { pageFocus } = await scene({
      roles: ['reviewer'],
      annotations: [
        annotation(20, 0, 17, { ...submitted, authors: [ola] }),
        annotation(21, 18, 30, { ...submitted, authors: [ola, kari] }),
        annotation(22, 31, 43, { status: 'approved' }),
      ],
    });
    expect(pageFocus.waitingForMe()).toBe(1);
    pageFocus.next();
    expect(pageFocus.sentence()).toBe(0);
  });

  it('has nothing for who may only read', async () => {
    const { pageFocus, call } = await scene({ roles: ['admin'] });
    expect(pageFocus.next()).toBe(false);
    pageFocus.annotate('denied');
    expect(call).not.toHaveBeenCalled();
  });

  it('locks what waits for approval or has it until somebody means to change it', async () => {
    const approved = annotation(20, 0, 17, { status: 'approved' });
    const { pageFocus } = await scene({ annotations: [approved, annotation(21, 18, 30)] });
    expect(pageFocus.isUnlocked(annotation(21, 18, 30))).toBe(true);
    expect(pageFocus.isUnlocked(approved)).toBe(false);
    pageFocus.unlock(approved.id);
    expect(pageFocus.isUnlocked(approved)).toBe(true);
    pageFocus.lock(approved.id);
    expect(pageFocus.isUnlocked(approved)).toBe(false);
  });

  it('counts what is mine to do: own unfinished claims and bare sentences for an editor, none of them for a reviewer', async () => {
    const annotations = [
      annotation(20, 0, 17, { status: 'draft', authors: [ola] }),
      annotation(21, 18, 30, { status: 'returned' }),
    ];
    expect((await scene({ annotations })).pageFocus.waitingForMe()).toBe(2);
    TestBed.resetTestingModule();
    expect((await scene({ annotations, roles: ['reviewer'] })).pageFocus.waitingForMe()).toBe(1);
  });

  it('opens the claim that waits instead of offering another one', async () => {
    const { pageFocus } = await scene({ annotations: [annotation(20, 18, 30, { status: 'returned' })] });
    pageFocus.next();
    expect(pageFocus.activeId()).toBe(annotation(20, 18, 30).id);
    expect(pageFocus.editorTakesFocus()).toBe(true);
    pageFocus.close();
    pageFocus.enter();
    expect(pageFocus.activeId()).toBe(annotation(20, 18, 30).id);
  });

  it('opens the claim on exactly these words, and makes a second one only when asked to', async () => {
    const { call, pageFocus, store } = await scene({ annotations: [annotation(20, 4, 9)] });
    call.mockReturnValue(new Promise(() => undefined));
    pageFocus.select({ start: 4, end: 9, backward: false });
    pageFocus.annotate('denied');
    expect(pageFocus.activeId()).toBe(annotation(20, 4, 9).id);
    expect(store.annotations()).toHaveLength(1);
    TestBed.inject(Toasts).all()[0]?.action?.run();
    expect(store.annotations()).toHaveLength(2);
  });

  it('forgets that a reason was being chosen as soon as the selection is another one', async () => {
    const { pageFocus } = await scene({ annotations: [annotation(20, 0, 17)] });
    const changes = [
      () => pageFocus.select(undefined),
      () => pageFocus.select({ start: 4, end: 16, backward: false }),
      () => pageFocus.moveTo(pageFocus.sentence() === 1 ? 2 : 1),
      () => pageFocus.openAnnotation(annotation(20, 0, 17).id),
      () => pageFocus.next(),
    ];
    for (const change of changes) {
      pageFocus.select({ start: 4, end: 9, backward: false });
      pageFocus.chooseReason(true);
      pageFocus.select({ start: 4, end: 9, backward: true });
      expect(pageFocus.choosingReason()).toBe(true);
      change();
      expect(pageFocus.choosingReason()).toBe(false);
    }
  });

  it('says nothing of marks of punctuation alone', async () => {
    const { pageFocus } = await scene();
    pageFocus.select({ start: 16, end: 17, backward: false });
    expect(pageFocus.passage()).toBeUndefined();
  });
});
