import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CitationView, SimilarClaim } from '@belegg/contract';
import { I18n } from '../../shell/i18n';
import { statementOf, type Statement } from '../drafts/statement';
import { annotation, uuid } from '../test/scene';
import { CheckedBefore } from './checked-before';

const citation = (n: number, url: string): CitationView => ({
  id: uuid(n),
  sourceId: uuid(50),
  sourceRevision: 2,
  stance: 'refutes',
  url,
  locator: '',
  quote: 'Nei.',
  translation: '',
  protected: false,
  cited: { kind: 'newsAgency', name: 'KCNA' },
  lineage: [],
});
const claim: SimilarClaim = {
  annotationId: uuid(40),
  exact: 'Kim har lovet støtte.',
  likeness: 0.8,
  verdict: 'denied',
  rationale: 'Han sa det ikke.',
  citations: [citation(41, 'https://a.test/'), citation(42, 'https://b.test/')],
  approvedAt: '2024-11-02T10:00:00.000Z',
  article: { id: uuid(43), title: 'Eldre sak', date: '2024-11-01' },
};

async function open(isUnlocked: boolean) {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  TestBed.inject(I18n).choose('nb');
  const own = annotation(1, 0, 17, { citations: [citation(3, 'https://a.test/')], rationale: 'Mitt.' });
  const fixture = TestBed.createComponent(CheckedBefore);
  fixture.componentRef.setInput('annotation', own);
  fixture.componentRef.setInput('statement', statementOf(own));
  fixture.componentRef.setInput('isUnlocked', isUnlocked);
  const typed: Statement[] = [];
  fixture.componentInstance.typed.subscribe((statement) => typed.push(statement));
  fixture.detectChanges();
  TestBed.inject(HttpTestingController)
    .expectOne(`/api/annotations/${own.id}/similar`)
    .flush({ items: [claim] });
  await fixture.whenStable();
  return { element: fixture.nativeElement as HTMLElement, typed };
}
const press = () => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'e', ctrlKey: true, cancelable: true }));

describe('CheckedBefore', () => {
  it('shows verdict, words, article and date, and takes over by one key the citations that are not there, and they alone', async () => {
    const { element, typed } = await open(true);
    expect(element.textContent).toContain('Sjekket før');
    expect(element.textContent).toContain('Avkreftet');
    expect(element.textContent).toContain('Eldre sak · 1. november 2024');
    expect(element.querySelector('a')?.getAttribute('href')).toBe(`/articles/${uuid(43)}?annotation=${uuid(40)}`);
    press();
    expect(typed).toHaveLength(1);
    expect(typed[0]).toMatchObject({ verdict: 'confirmed', rationale: 'Mitt.' });
    expect(typed[0]?.citations.map(({ id, url }) => [id, url])).toEqual([
      [uuid(3), 'https://a.test/'],
      [undefined, 'https://b.test/'],
    ]);
    expect(typed[0]?.citations[1]).toMatchObject({ stance: 'refutes', quote: 'Nei.' });
    expect(typed[0]?.citations[1]?.sourceRevision).toBeUndefined();
  });

  it('takes nothing over on a card that is only read', async () => {
    const { element, typed } = await open(false);
    expect(element.querySelector('button')).toBeNull();
    press();
    expect(typed).toEqual([]);
  });
});
