import { TestBed } from '@angular/core/testing';
import { routes, type AnnotationView } from '@belegg/contract';
import type { Role } from '@belegg/domain';
import { I18n } from '../../shell/i18n';
import { statementOf } from '../drafts/statement';
import { annotation, ola, scene } from '../test/scene';
import { CardActions } from './card-actions';

async function actions(shown: AnnotationView, roles: readonly Role[] = ['editor']) {
  const page = await scene({ annotations: [shown], roles });
  TestBed.inject(I18n).choose('nb');
  const fixture = TestBed.createComponent(CardActions);
  fixture.componentRef.setInput('annotation', shown);
  fixture.componentRef.setInput('statement', statementOf(shown));
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const buttons = () =>
    [...element.querySelectorAll('button')].map(({ textContent }) =>
      textContent.replace(/\s*(Ctrl ↵|A|R)\s*$/, '').trim(),
    );
  const press = async (name: string) => {
    [...element.querySelectorAll('button')].find(({ textContent }) => textContent.includes(name))!.click();
    await fixture.whenStable();
  };
  const key = async (init: KeyboardEventInit) => {
    document.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  return { ...page, fixture, element, buttons, press, key };
}

describe('CardActions', () => {
  it('offers an editor to submit a draft, and warns of what is missing without refusing', async () => {
    const shown = annotation(20, 0, 17);
    const { buttons, element, key, call } = await actions(shown);
    expect(buttons()).toEqual(['Slett', 'Send til godkjenning']);
    expect(element.textContent).toContain('Ingen kilder er lagt til.');
    call.mockResolvedValue({ ...shown, status: 'submitted' });
    await key({ key: 'Enter', ctrlKey: true });
    expect(call).toHaveBeenCalledWith(routes.submitAnnotation, {
      params: { id: shown.id },
      body: { comment: '' },
      ifMatch: shown.etag,
    });
  });

  it('lets a reviewer approve what others wrote, by a key', async () => {
    const shown = annotation(20, 0, 17, { status: 'submitted', authors: [ola] });
    const { buttons, key, call, store } = await actions(shown, ['reviewer']);
    expect(buttons()).toEqual(['Slett', 'Rediger', 'Send tilbake', 'Godkjenn']);
    call.mockResolvedValue({ ...shown, status: 'approved' });
    await key({ key: 'a' });
    expect(call).toHaveBeenCalledWith(routes.approveAnnotation, {
      params: { id: shown.id },
      body: { comment: '' },
      ifMatch: shown.etag,
    });
    expect(store.annotation(shown.id)?.status).toBe('approved');
  });

  it('lets nobody approve their own work, and says why', async () => {
    const { buttons, element } = await actions(annotation(20, 0, 17, { status: 'submitted' }), ['reviewer']);
    expect(buttons()).toEqual(['Slett', 'Rediger', 'Trekk tilbake']);
    expect(element.textContent).toContain('en annen må godkjenne');
  });

  it('returns with a comment only', async () => {
    const shown = annotation(20, 0, 17, { status: 'submitted', authors: [ola] });
    const { press, key, element, fixture, call } = await actions(shown, ['reviewer']);
    await key({ key: 'r' });
    await press('Send tilbake');
    expect(element.textContent).toContain('Skriv hva som må endres.');
    expect(call).not.toHaveBeenCalled();
    element.querySelector('textarea')!.value = 'Hvor står det?';
    call.mockResolvedValue({ ...shown, status: 'returned' });
    await press('Send tilbake');
    await fixture.whenStable();
    expect(call).toHaveBeenCalledWith(
      routes.returnAnnotation,
      expect.objectContaining({ body: { comment: 'Hvor står det?' } }),
    );
  });

  it('says that an approval will lapse before it unlocks the text', async () => {
    const shown = annotation(20, 0, 17, { status: 'approved' });
    const { press, element, pageFocus } = await actions(shown);
    await press('Rediger');
    expect(element.textContent).toContain('gjelder godkjenningen ikke lenger');
    expect(pageFocus.isUnlocked(shown)).toBe(false);
    await press('Rediger likevel');
    expect(pageFocus.isUnlocked(shown)).toBe(true);
  });
});
