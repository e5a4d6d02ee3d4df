import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';

/** Who can sign in to the demo, by the first part of their address. */
export const people = {
  editor: { email: 'editor@demo.test', name: 'Ingrid Solheim' },
  editor2: { email: 'editor2@demo.test', name: 'Jonas Berg' },
  reviewer: { email: 'reviewer@demo.test', name: 'Marit Haugen' },
  reviewer2: { email: 'reviewer2@demo.test', name: 'Amir Rahimi' },
  admin: { email: 'admin@demo.test', name: 'Solveig Dahl' },
  stranger: { email: 'editor@other.test', name: 'Kari Nilsen' },
} as const;
export type Who = keyof typeof people;
export const password = 'belegg-demo';

type Options = Parameters<import('@playwright/test').Browser['newContext']>[0];

/**
 * Faults of the page's own program, and rules of its security policy that it breaks. An answer of 4xx may be what is
 * tested, and the sandbox around a report is what keeps the test's own probes out, too.
 */
const isFault = (text: string): boolean => !/Failed to load resource|frame is sandboxed/.test(text);

/** Each person has a browser of their own. A fault of the page in any of them fails the test. */
export const test = base.extend<{
  visitor: (options?: Options) => Promise<Page>;
  signedInAs: (who: Who, options?: Options) => Promise<Page>;
}>({
  visitor: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    const faults: string[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ baseURL, locale: 'nb-NO', timezoneId: 'Europe/Oslo', ...options });
      contexts.push(context);
      context.on('weberror', (error) => faults.push(String(error.error())));
      context.on('console', (message) => {
        if (message.type() === 'error' && isFault(message.text())) faults.push(message.text());
      });
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(faults).toEqual([]);
  },
  signedInAs: async ({ visitor }, use) => {
    await use(async (who, options) => {
      const page = await visitor(options);
      const answer = await page.request.post('/api/session', { data: { email: people[who].email, password } });
      expect(answer.status()).toBe(201);
      return page;
    });
  },
});
export { expect };
