import type { AnnotationView, ArticleView } from '@belegg/contract';
import type { Page } from '@playwright/test';
import { AnnotatePage } from './annotate-page';
import { expect, test } from './people';

const paragraph =
  'Ferja går klokka åtte. Billetten koster 40 kroner på hverdager. Turen tar en halv time når været er godt. ' +
  'Kapteinen heter Berit og har seilt i tretti år. Havna ble bygd i 1962 av kommunen.';
const last = 'Kaféen om bord er åpen hele dagen.';

async function open(page: Page, content: string): Promise<{ annotatePage: AnnotatePage; id: string }> {
  const taken = await page.request.post('/api/articles', { data: { title: 'Raske hender', format: 'text', content } });
  const { id } = (await taken.json()) as ArticleView;
  await page.goto(`/articles/${id}`);
  const annotatePage = new AnnotatePage(page);
  await expect(annotatePage.text.getByText(content.slice(0, 12)).first()).toBeVisible();
  // Lines break elsewhere once the font of the text is there.
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return { annotatePage, id };
}

const annotations = async (page: Page, id: string): Promise<AnnotationView[]> =>
  ((await (await page.request.get(`/api/articles/${id}/annotations`)).json()) as { items: AnnotationView[] }).items;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Where each character of the first paragraph is painted. */
const boxes = (page: Page): Promise<Box[]> =>
  page
    .locator('p.block')
    .first()
    .evaluate((block) => {
      const found: Box[] = [];
      const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode())
        for (let i = 0; i < (node.textContent ?? '').length; i++) {
          const range = document.createRange();
          range.setStart(node, i);
          range.setEnd(node, i + 1);
          const { left, right, top, bottom } = range.getBoundingClientRect();
          found.push({ left, right, y: (top + bottom) / 2 });
        }
      return found;
    });

const selected = (page: Page): Promise<string> => page.evaluate(() => String(window.getSelection()));

async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<string> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
  await page.mouse.move(...to);
  await page.mouse.up();
  return selected(page);
}

/** The words that a stretch touches, whole. */
function wholeWords(start: number, end: number): string {
  const parts = [...new Intl.Segmenter('nb', { granularity: 'word' }).segment(paragraph)].filter(
    ({ index, segment }) => index < end && index + segment.length > start,
  );
  return parts
    .map(({ segment }) => segment)
    .join('')
    .trim();
}

/**
 * What drags select that the browser is told of all at once: pressed, moved and let go without the way through the
 * mouse.
 */
const drags = (page: Page, ways: readonly (readonly [readonly [number, number], readonly [number, number]])[]) =>
  page.evaluate(
    (all) =>
      all.map(([[x, y], [toX, toY]]) => {
        const send = (type: string, clientX: number, clientY: number): void => {
          const Kind = type.startsWith('pointer') ? PointerEvent : MouseEvent;
          const target = document.elementFromPoint(clientX, clientY) ?? document;
          target.dispatchEvent(new Kind(type, { clientX, clientY, detail: 1, bubbles: true, cancelable: true }));
        };
        send('pointerdown', x, y);
        send('mousedown', x, y);
        send('mousemove', toX, toY);
        send('pointerup', toX, toY);
        return String(window.getSelection());
      }),
    ways,
  );

test('a drag selects what the hand drew, from every letter, in both directions', async ({ signedInAs }) => {
  // High enough that nothing scrolls while it is drawn.
  const page = await signedInAs('editor', { viewport: { width: 1280, height: 1600 } });
  await open(page, `${paragraph}\n\n${last}`);
  const at = await boxes(page);
  const ways = [...paragraph].flatMap((_, start) => {
    const end = start + 9;
    const [first, final] = [at[start], at[end - 1]];
    if (!first || !final || first.left >= first.right || final.left >= final.right || first.y !== final.y) return [];
    const [left, right] = [[first.left + 0.5, first.y] as const, [final.right - 0.5, final.y] as const];
    return [{ start, words: wholeWords(start, end), left, right }];
  });
  expect(ways.length).toBeGreaterThan(100);
  // All in one go: the toolbar that comes with a selection would lie over the text.
  const drawn = await drags(
    page,
    ways.flatMap(({ left, right }) => [[left, right] as const, [right, left] as const]),
  );
  expect(drawn).toEqual(ways.flatMap(({ words }) => [words, words]));
  const sentence = paragraph.indexOf('Billetten');
  for (const { start, words, left, right } of ways.filter((way) => Math.abs(way.start - sentence) < 2)) {
    expect(await drag(page, left, right), `from ${start}`).toBe(words);
    expect(await drag(page, right, left), `back to ${start}`).toBe(words);
  }
});

test('a drag that leaves the column ends with the line', async ({ signedInAs }) => {
  const page = await signedInAs('editor');
  await open(page, `${paragraph}\n\n${last}`);
  const at = await boxes(page);
  const block = await page.locator('p.block').first().boundingBox();
  if (!block) throw new Error('The paragraph is not painted');
  const start = paragraph.indexOf('Billetten');
  const from = at[start];
  if (!from) throw new Error('The sentence is not painted');
  const line = at.flatMap(({ y, left, right }, index) => (y === from.y && left < right ? [index] : []));
  const [lineStart = 0, lineEnd = 0] = [line[0], line.at(-1)];
  for (const away of [5, 25]) {
    const right = await drag(page, [from.left + 0.5, from.y], [block.x + block.width + away, from.y]);
    expect(right, `${away} px right of the column`).toBe(wholeWords(start, lineEnd + 1));
    const left = await drag(page, [from.right + 20, from.y], [block.x - away, from.y]);
    expect(left, `${away} px left of the column`).toBe(wholeWords(lineStart, start + 3));
  }
});

test('Enter, left, left, Shift+right selects two words', async ({ signedInAs }) => {
  const page = await signedInAs('editor');
  const { annotatePage } = await open(page, `${paragraph}\n\n${last}`);
  await page.keyboard.press('j');
  for (const key of ['Enter', 'ArrowLeft', 'ArrowLeft', 'Shift+ArrowRight']) await page.keyboard.press(key);
  await expect.poll(() => selected(page)).toMatch(/^\S+ \S+$/);
  await expect(annotatePage.toolbar).toBeVisible();
});

test('keys typed right after Ctrl+Enter are for the page, and none is sent', async ({ signedInAs }) => {
  const page = await signedInAs('editor');
  const { id } = await open(page, `${paragraph}\n\n${last}`);
  // The server takes its time, so that the keys come while the claim is on its way.
  await page.route(/\/submit$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page.keyboard.press('j');
  for (const key of ['Enter', '1']) await page.keyboard.press(key);
  await page.keyboard.type('Rask.');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('n2');
  await page.keyboard.type('Den neste.');
  await expect
    .poll(async () => (await annotations(page, id)).map(({ rationale, status }) => `${status} ${rationale}`))
    .toEqual(['submitted Rask.', 'draft ']);
  await page.keyboard.press('Escape');
  await expect
    .poll(async () => (await annotations(page, id)).map(({ rationale, status }) => `${status} ${rationale}`))
    .toEqual(['submitted Rask.', 'draft Den neste.']);
});

test('what the server refuses is open again, with all that was written', async ({ signedInAs }) => {
  const page = await signedInAs('editor');
  const { annotatePage } = await open(page, last);
  await page.route(/\/submit$/, (route) => route.abort());
  await page.keyboard.press('j');
  for (const key of ['Enter', '1']) await page.keyboard.press(key);
  await page.keyboard.type('Rask.');
  await page.keyboard.press('Control+Enter');
  await expect(annotatePage.card(last).getByLabel('Begrunnelse')).toHaveValue('Rask.');
});

test('N opens the draft that waits, and a second claim on the same words is asked for', async ({ signedInAs }) => {
  const page = await signedInAs('editor');
  const { annotatePage, id } = await open(page, last);
  await page.keyboard.press('j');
  for (const key of ['Enter', '2']) await page.keyboard.press(key);
  await page.keyboard.type('Påbegynt.');
  for (const key of ['Escape', 'n']) await page.keyboard.press(key);
  await expect.poll(async () => (await annotations(page, id)).map(({ rationale }) => rationale)).toEqual(['Påbegynt.']);
  await expect(annotatePage.card(last).getByLabel('Begrunnelse')).toBeFocused();
  for (const key of ['Escape', '1']) await page.keyboard.press(key);
  await expect(page.getByRole('button', { name: 'Lag en til' })).toBeVisible();
  expect(await annotations(page, id)).toHaveLength(1);
  await page.getByRole('button', { name: 'Lag en til' }).click();
  await expect.poll(async () => (await annotations(page, id)).length).toBe(2);
});

test('the reason for "not checkable" is asked of the words at hand, and a mark can be taken back', async ({
  signedInAs,
}) => {
  const page = await signedInAs('editor');
  const { annotatePage, id } = await open(page, `${paragraph}\n\n${last}`);
  const marked = async (): Promise<number> => {
    const article = (await (await page.request.get(`/api/articles/${id}`)).json()) as ArticleView;
    return article.sentences.filter(({ checkable }) => !checkable).length;
  };
  await page.keyboard.press('j');
  for (const key of ['Enter', '0', 'n', '1']) await page.keyboard.press(key);
  await expect.poll(async () => (await annotations(page, id)).length).toBe(1);
  expect(await marked()).toBe(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  for (const key of ['Enter', '0', '1']) await page.keyboard.press(key);
  await expect.poll(marked).toBe(1);
  await page.getByRole('button', { name: 'Angre' }).click();
  await expect.poll(marked).toBe(0);
  await expect(annotatePage.text).toBeVisible();
});
