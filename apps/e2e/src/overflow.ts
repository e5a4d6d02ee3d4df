import type { Page } from '@playwright/test';

/**
 * What stands beyond its panel, where it is cut off or has to be scrolled to sideways; and the page, if it scrolls
 * sideways. What ends in an ellipsis is meant to.
 */
export const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.push(`the page, by ${root.scrollWidth - root.clientWidth} px`);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.textContent?.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
      if (element.closest('.visually-hidden, script, style, option')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, right } = range.getBoundingClientRect();
      for (let panel: HTMLElement | null = element; panel; panel = panel.parentElement) {
        const { overflowX, textOverflow, position } = getComputedStyle(panel);
        if (textOverflow === 'ellipsis') break;
        const box = panel.getBoundingClientRect();
        if (box.width <= 1) break; // for screen readers alone
        const isPanel = panel === document.body || overflowX !== 'visible' || position === 'fixed';
        if (isPanel && (right > box.right + 1 || left < box.left - 1)) {
          const name = `${element.tagName.toLowerCase()}.${element.className}`;
          found.push(
            `${name} «${node.textContent.trim().slice(0, 24)}» in ${panel.tagName.toLowerCase()}.${panel.className}`,
          );
          break;
        }
      }
    }
    return [...new Set(found)];
  });
