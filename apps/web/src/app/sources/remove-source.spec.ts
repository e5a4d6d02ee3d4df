import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { routes, type SourceView } from '@belegg/contract';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { ProblemError } from '../shell/problem-error';
import { RemoveSource } from './remove-source';
import { sourceView } from './test/source-view';

describe('RemoveSource', () => {
  const call = jest.fn();
  const removed = jest.fn();
  let fixture: ComponentFixture<RemoveSource>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const show = async (source: SourceView, repeatedBy: number): Promise<void> => {
    jest.resetAllMocks();
    TestBed.configureTestingModule({ providers: [{ provide: Api, useValue: { call } }] });
    TestBed.inject(I18n).choose('nb');
    fixture = TestBed.createComponent(RemoveSource);
    fixture.componentRef.setInput('source', source);
    fixture.componentRef.setInput('repeatedBy', repeatedBy);
    fixture.componentInstance.removed.subscribe(removed);
    await fixture.whenStable();
  };
  const press = async (index: number): Promise<void> => {
    page().querySelectorAll('button')[index]?.click();
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };

  it('says what rests on a source, and removes nothing', async () => {
    await show(sourceView('KCNA', { uses: 6 }), 1);
    expect(page().textContent).toContain('Den kan ikke fjernes: 6 annotasjoner siterer den og 1 kilde gjengir den.');
    await press(0);
    expect([
      page().querySelectorAll('button').length,
      page().querySelector('button')?.getAttribute('aria-disabled'),
    ]).toEqual([1, 'true']);
  });

  it('asks first, then removes what was seen', async () => {
    const source = sourceView('Yonhap');
    await show(source, 0);
    await press(0);
    expect(call).not.toHaveBeenCalled();
    call.mockResolvedValue(undefined);
    await press(1);
    expect(call).toHaveBeenCalledWith(routes.retireSource, { params: { id: source.id }, ifMatch: '"s1"' });
    expect(removed).toHaveBeenCalledWith('Yonhap');
  });

  it('says why the server refused', async () => {
    await show(sourceView('Yonhap'), 0);
    await press(0);
    call.mockRejectedValue(
      new ProblemError({ type: '', code: 'in-use', title: 'I bruk', status: 409, detail: 'Kilden er i bruk.' }),
    );
    await press(1);
    expect(page().querySelector('app-problem')?.textContent).toContain('Kilden er i bruk.');
    expect(removed).not.toHaveBeenCalled();
  });
});
