import { TestBed } from '@angular/core/testing';
import { routes, type Publish, type ReportSummary } from '@belegg/contract';
import { kari, uuid } from '../annotate/test/scene';
import { Api } from '../shell/api';
import { Dialogs } from '../shell/dialogs';
import { I18n } from '../shell/i18n';
import { Session } from '../shell/session';
import { Publication } from './publication';

const report = {
  id: uuid(30),
  number: 1,
  current: true,
  createdBy: kari,
  createdAt: '2024-12-01T10:00:00Z',
  sha256: 'a'.repeat(64),
  articleRevision: 1,
} as unknown as ReportSummary;

async function part({
  answer,
  mayReview = true,
  shown = report,
}: {
  answer?: Publish | true;
  mayReview?: boolean;
  shown?: ReportSummary;
}) {
  const call = jest.fn().mockResolvedValue(undefined);
  const open = jest.fn().mockResolvedValue(answer);
  TestBed.configureTestingModule({
    providers: [
      { provide: Api, useValue: { call } },
      { provide: Dialogs, useValue: { open } },
      { provide: Session, useValue: { can: () => mayReview } },
    ],
  });
  TestBed.inject(I18n).choose('nb');
  const fixture = TestBed.createComponent(Publication);
  fixture.componentRef.setInput('report', shown);
  const changed = jest.fn();
  fixture.componentInstance.changed.subscribe(changed);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const press = async (name: string) => {
    [...element.querySelectorAll('button')].find(({ textContent }) => textContent === name)!.click();
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  return { call, open, element, press, changed };
}

describe('Publication', () => {
  it('publishes once somebody has read what readers will see and said how', async () => {
    const answer = { listed: true, articleUrl: 'https://avisen.test/broen' };
    const { call, open, press, changed } = await part({ answer });
    await press('Publiser');
    expect(open).toHaveBeenCalledWith(expect.any(Function), {
      act: 'publish',
      listed: false,
      articleUrl: '',
      isOut: false,
    });
    expect(call).toHaveBeenCalledWith(routes.publishReport, { params: { id: report.id }, body: answer });
    expect(changed).toHaveBeenCalled();
  });

  it('says who finds it and how to show it elsewhere, and asks anew from what was said', async () => {
    const shown = { ...report, publicPath: '/p/abc', listed: true, articleUrl: 'https://avisen.test/broen' };
    const { open, element, press } = await part({ shown });
    expect(element.textContent).toContain('søkemotorer kan finne den');
    expect(element.querySelector('pre')?.textContent).toBe(
      `<script async src="${location.origin}/embed.js" data-report="${location.origin}/p/abc"></script>`,
    );
    await press('Endre synligheten …');
    expect(open).toHaveBeenCalledWith(expect.any(Function), {
      act: 'publish',
      listed: true,
      articleUrl: shown.articleUrl,
      isOut: true,
    });
  });

  it('does nothing when the question is put away', async () => {
    const { call, press, changed } = await part({ answer: undefined });
    await press('Publiser');
    expect(call).not.toHaveBeenCalled();
    expect(changed).not.toHaveBeenCalled();
  });

  it('shows the whole address of a published report, and takes it down', async () => {
    const { call, element, press } = await part({ answer: true, shown: { ...report, publicPath: '/p/abc' } });
    expect(element.querySelector('a')?.getAttribute('href')).toBe(`${location.origin}/p/abc`);
    await press('Ta ned');
    expect(call).toHaveBeenCalledWith(routes.unpublishReport, { params: { id: report.id } });
  });

  it('offers nothing of it to who is no reviewer', async () => {
    const { element } = await part({ mayReview: false });
    expect(element.querySelector('button')).toBeNull();
  });
});
