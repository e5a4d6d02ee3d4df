import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { createHash, webcrypto } from 'node:crypto';
import { I18n } from '../shell/i18n';
import { VerifyReport } from './verify-report';

const content = new TextEncoder().encode('{"format":"belegg-report/1","navn":"Øystein"}');
const sha256 = createHash('sha256').update(content).digest('hex');

/** Of the realm in which the test runs, whichever that of the bytes is. */
function bufferOf(bytes: Uint8Array): ArrayBuffer {
  const buffer = new ArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}

describe('VerifyReport', () => {
  let fixture: ComponentFixture<VerifyReport>;
  const said = (): string =>
    (fixture.nativeElement as HTMLElement).querySelector('[role=status]')?.textContent?.trim() ?? '';
  /** Hashes are computed in another thread, in its own time. */
  const settle = async (): Promise<void> => {
    do {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await fixture.whenStable();
    } while (said().startsWith('Regner ut'));
  };
  const provide = (crypto: unknown): void => {
    Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true });
  };
  const original = globalThis.crypto;

  beforeEach(async () => {
    provide(webcrypto);
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    TestBed.inject(I18n).choose('nb');
    fixture = TestBed.createComponent(VerifyReport);
    fixture.componentRef.setInput('reportId', 'r');
    fixture.componentRef.setInput('sha256', sha256);
    await fixture.whenStable();
  });
  afterEach(() => provide(original));
  const download = async (bytes: Uint8Array): Promise<void> => {
    (fixture.nativeElement as HTMLElement).querySelector('button')?.click();
    TestBed.inject(HttpTestingController)
      .expectOne('/api/reports/r?format=json&profile=internal')
      .flush(bufferOf(bytes));
    await settle();
  };
  const pick = async (bytes: Uint8Array): Promise<void> => {
    const input = (fixture.nativeElement as HTMLElement).querySelector('input')!;
    Object.defineProperty(input, 'files', {
      value: [{ name: 'rapport.json', arrayBuffer: () => Promise.resolve(bufferOf(bytes)) }],
      configurable: true,
    });
    input.dispatchEvent(new Event('change'));
    await settle();
  };

  it('finds the download genuine when its hash is the one it was frozen with', async () => {
    await download(content);
    expect(said()).toContain('Stemmer. JSON-filen');
  });

  it('finds a single changed byte', async () => {
    await download(content.map((byte, index) => (index === 5 ? byte + 1 : byte)));
    expect(said()).toContain('Stemmer ikke. Filen har kontrollsummen');
  });

  it('verifies a file too', async () => {
    await pick(content);
    expect(said()).toContain('«rapport.json» er denne rapporten');
    await pick(Uint8Array.of(...content, 10));
    expect(said()).toContain('ikke denne rapporten');
  });

  it('says so where the browser computes no hashes', async () => {
    provide({});
    await download(content);
    expect(said()).toContain('sikker forbindelse');
  });
});
