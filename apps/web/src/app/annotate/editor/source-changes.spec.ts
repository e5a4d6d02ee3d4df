import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { routes, type AnnotationView, type SourceRevisionView } from '@belegg/contract';
import { I18n } from '../../shell/i18n';
import { sourceView } from '../../sources/test/source-view';
import { Sources } from '../../sources';
import { annotation, scene, uuid } from '../test/scene';
import { SourceChanges } from './source-changes';

const now = sourceView('Reuters', { id: uuid(50), kind: 'newsAgency', revision: 3, note: 'ny' });
const revision = (number: number, more: Partial<SourceRevisionView>): SourceRevisionView => ({
  number,
  sourceId: now.id,
  kind: 'newspaper',
  name: 'KCNA',
  aliases: [],
  domains: [],
  distinct: false,
  note: '',
  protected: false,
  description: '',
  createdAt: '2024-12-01T15:00:00.000Z',
  ...more,
});
const cited = (sourceChanged: boolean): AnnotationView =>
  annotation(20, 0, 17, {
    citations: [
      {
        id: uuid(80),
        sourceId: now.id,
        sourceRevision: 1,
        cited: { kind: 'newspaper', name: 'KCNA' },
        lineage: [],
        stance: 'supports',
        locator: '',
        quote: '',
        translation: '',
        protected: false,
        ...(sourceChanged && { sourceChanged }),
      },
    ],
  });

@Component({ imports: [SourceChanges], template: `<app-source-changes [annotation]="annotation()" />` })
class Host {
  readonly annotation = signal(cited(true));
}

async function notice() {
  const { call } = await scene({ annotations: [cited(true)] });
  TestBed.inject(I18n).choose('nb');
  call.mockImplementation((route: unknown) => {
    if (route === routes.sourceHistory)
      return Promise.resolve({
        items: [
          revision(3, { name: 'Reuters', kind: 'newsAgency', note: 'ny' }),
          revision(2, { name: 'Taipei Times' }),
          revision(1, {}),
        ],
      });
    if (route === routes.getSource) return Promise.resolve(now);
    return Promise.resolve(cited(false));
  });
  TestBed.inject(Sources).ensureCited(cited(true).citations);
  const fixture = TestBed.createComponent(Host);
  const element = fixture.nativeElement as HTMLElement;
  const settle = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    await fixture.whenStable();
  };
  await settle();
  return { call, element, settle, shown: fixture.componentInstance.annotation };
}

describe('SourceChanges', () => {
  it('says that a source has changed since, and what', async () => {
    const { element } = await notice();
    expect(element.textContent).toContain('Kilden er endret siden dette ble skrevet');
    expect([...element.querySelectorAll('li')].map((item) => item.textContent)).toEqual([
      'Navn: KCNA → Reuters',
      'Type: Avis → Nyhetsbyrå',
      'Notat er endret',
    ]);
  });

  it.each([
    ['Ta over ny versjon', routes.takeOverCitedSource],
    ['Gjør ingen forskjell', routes.settleCitedSource],
  ])('asks for what was looked at, and no later revision: %s', async (words, route) => {
    const { call, element, settle } = await notice();
    [...element.querySelectorAll('button')].find((button) => button.textContent.trim() === words)!.click();
    await settle();
    expect(call).toHaveBeenCalledWith(route, {
      params: { id: uuid(20), sourceId: now.id },
      ifMatch: cited(true).etag,
      body: { sourceRevision: 3 },
    });
  });

  it('says nothing where nothing has changed', async () => {
    const { element, settle, shown } = await notice();
    shown.set(cited(false));
    await settle();
    expect(element.querySelector('section')).toBeNull();
  });
});
