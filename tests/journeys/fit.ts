import type { Page } from 'playwright-core';

/**
 * Sets the size of letters that the reader chose in the browser: `rem` and the widths in media queries follow it,
 * as they do after a change in the browser's own settings. The usual size is 16.
 */
export const chooseLetters = async (page: Page, pixels: number): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', {
    fontSizes: { standard: pixels, fixed: Math.round((pixels * 13) / 16) },
  });
  await session.detach();
};

/** Sets the size of letters that the reader chose on the site, by A+ and A−. */
export const enlarge = (page: Page, letters = '') =>
  page.evaluate((size) => {
    if (size) document.documentElement.dataset.size = size;
    else delete document.documentElement.dataset.size;
  }, letters);

/**
 * What does not fit on the page as it is: it is wider than the window; text is cut, or leaves its box; lines
 * hold no whole words, since a column of single letters fits the window too; a field has no room to type.
 */
export const misfits = async (page: Page): Promise<string[]> => [
  ...(await page.evaluate(beyondItsBox)),
  ...(await page.evaluate(inTooManyLines)),
  ...(await page.evaluate(narrowFields)),
];

// These run in the page, so they use nothing from outside.

const beyondItsBox = (): string[] => {
  const root = document.documentElement;
  const found: string[] = [];
  const wide = root.scrollWidth - root.clientWidth;
  if (wide > 0) found.push(`the page is ${wide} px too wide`);

  const isNamed = (e: Element | null) => e?.matches('[aria-label], [aria-labelledby]') ?? false;
  /** Whether the keyboard reaches what this box hides: by the box itself, or by a link in a row of tabs. */
  const isReached = (box: Element, e: Element) =>
    (isNamed(box) && box.matches('[tabindex]')) || (isNamed(box.closest('nav')) && e.closest('a') !== null);
  const nameOf = (e: Element) => `${e.tagName.toLowerCase()}.${e.className}`;

  /** What cuts off text that stands there. */
  const cutBy = (e: Element, r: DOMRect): string | undefined => {
    for (let box: Element | null = e; box && box !== root; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      const edge = box.getBoundingClientRect();
      if (overflowX !== 'visible' && (r.left < edge.left - 1 || r.right > edge.right + 1))
        return overflowX === 'auto' && isReached(box, e) ? undefined : nameOf(box);
      if (overflowY === 'hidden' && (r.top < edge.top - 3 || r.bottom > edge.bottom + 3)) return nameOf(box);
    }
    return r.left < -1 || r.right > root.clientWidth + 1 ? 'the window' : undefined;
  };
  /** Blanks at the end of a line may stand beyond the edge of the box; they make nothing wider. */
  const sticksOut = (e: Element, rects: readonly DOMRect[]): boolean => {
    let box = e;
    while (getComputedStyle(box).display.startsWith('inline') && box.parentElement) box = box.parentElement;
    const { right } = box.getBoundingClientRect();
    return box.scrollWidth > box.clientWidth + 1 && rects.some((r) => r.right > right + 2);
  };

  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const e = node.parentElement!;
    if (!node.nodeValue?.trim() || !e.checkVisibility() || e.closest('.hidden-label, .skip, select'))
      continue;
    range.selectNodeContents(node);
    // What stands left of the window is for screen readers.
    const rects = [...range.getClientRects()].filter((r) => r.width > 0 && r.right > 0);
    const cut = rects.map((r) => cutBy(e, r)).find(Boolean);
    const where = `${nameOf(e)} "${node.nodeValue.trim().slice(0, 40)}"`;
    if (cut) found.push(`${where} is cut by ${cut}`);
    else if (sticksOut(e, rects)) found.push(`${where} sticks out of its box`);
  }
  return found;
};

const inTooManyLines = (): string[] => {
  const found: string[] = [];
  const range = document.createRange();
  const tops = (node: Text, from: number, to: number): number[] => {
    range.setStart(node, from);
    range.setEnd(node, to);
    return [...range.getClientRects()].filter((r) => r.width > 0 && r.right > 0).map((r) => r.top);
  };
  const linesOf = (all: readonly number[]): number =>
    all.toSorted((a, b) => a - b).filter((top, i, sorted) => i === 0 || top - sorted[i - 1]! > 4).length;
  /** An address or a path may be parted: it is one long word. */
  const partedWord = (node: Text): string | undefined => {
    for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
      const { 0: letters = '', index: at = 0 } = /[\p{L}\p{M}\p{N}]+/u.exec(word) ?? {};
      if (letters && word.length <= 16 && linesOf(tops(node, index + at, index + at + letters.length)) > 1)
        return letters;
    }
    return undefined;
  };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const e = node.parentElement!;
    const text = node.data.trim();
    if (!text || !e.checkVisibility() || e.closest('.hidden-label, .skip, select')) continue;
    const lines = linesOf(tops(node, 0, node.length));
    if (lines < 2) continue;
    const where = `${e.tagName.toLowerCase()}.${e.className} "${text.slice(0, 40)}"`;
    // The heading of a column of numbers is as narrow as they are.
    if (text.length >= 8 && text.length / lines < 4 && !e.matches('thead .num'))
      found.push(`${where} has ${lines} lines for ${text.length} letters`);
    const word = partedWord(node);
    if (word) found.push(`${where} parts the word ${word}`);
  }
  return found;
};

/** A year, the time of day, the beginning of a name: four letters. */
const narrowFields = (): string[] => {
  const fields = [...document.querySelectorAll<HTMLElement>('input, select, textarea')];
  return fields
    .filter(
      (e) => e.checkVisibility() && !e.matches('[type=checkbox], [type=radio], [type=hidden], [hidden]'),
    )
    .filter((e) => {
      const { fontSize, paddingLeft, paddingRight } = getComputedStyle(e);
      const room = e.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      return room < 4 * Number.parseFloat(fontSize);
    })
    .map((e) => `the field ${e.getAttribute('name')} is too narrow to type in`);
};
