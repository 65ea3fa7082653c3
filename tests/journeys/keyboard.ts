import type { Page } from 'playwright-core';

/** Where the Tab key came to rest. */
interface Stop {
  /** As a screen reader would call it. */
  name: string;
  /** The name of a form's field. */
  field: string;
  /** What someone who sees but holds no mouse would miss here. */
  wrong: string[];
  /** The focus has left the page: nothing holds it back. */
  left: boolean;
  /** How many elements stand before it; the order of the document. */
  order: number;
}

const MOST = 200;

/**
 * Looks at whatever has the focus: it has a name, it is ringed and was not before, and it can be seen
 * and is not covered.
 */
const look = (): Stop => {
  const kept = window as unknown as { stoppedAt?: { at: Element; ring: string } };
  const at = document.activeElement ?? document.body;
  const label = (e: Element) =>
    (
      e.getAttribute('aria-label') ??
      [...((e as HTMLInputElement).labels ?? [])].map((l) => l.textContent).join(' ')
    ).trim() ||
    (e.textContent ?? '');
  const clean = (words: string) => words.replace(/\s+/g, ' ').trim();
  // A card's link is ringed around the whole card, by the element behind it.
  const paints = (e: Element) => [undefined, '::after'].map((part) => getComputedStyle(e, part));
  const outlineOf = (s: CSSStyleDeclaration) =>
    s.outlineStyle !== 'none' &&
    Number.parseFloat(s.outlineWidth) > 0 &&
    !/, 0\)|transparent/.test(s.outlineColor)
      ? s.outlineColor
      : '';
  const ringOf = (e: Element) =>
    paints(e)
      .map((s) => (s.content === 'none' ? '' : outlineOf(s) + s.boxShadow.replace('none', '')))
      .join('');

  const wrong: string[] = [];
  const before = kept.stoppedAt;
  if (before?.at.isConnected && before.at !== at && before.ring === ringOf(before.at))
    wrong.push(`“${clean(label(before.at))}” looks the same with the focus and without`);
  if (!document.hasFocus() || at === document.body) {
    kept.stoppedAt = undefined;
    return { name: '', field: '', wrong, left: true, order: -1 };
  }
  const ring = ringOf(at);
  kept.stoppedAt = { at, ring };
  const name = clean(label(at));
  if (!name) wrong.push('has no name');
  if (!ring) wrong.push('shows no ring');
  if ((at as HTMLElement).tabIndex > 0) wrong.push('has a place of its own in the order');
  const boxes = [...at.getClientRects()].map((r) => ({
    left: Math.max(0, r.left),
    right: Math.min(innerWidth, r.right),
    top: Math.max(0, r.top),
    bottom: Math.min(innerHeight, r.bottom),
  }));
  const seen = boxes.find((b) => b.right - b.left > 1 && b.bottom - b.top > 1);
  if (!seen) wrong.push('is outside of what can be seen');
  else {
    const over = document.elementFromPoint((seen.left + seen.right) / 2, (seen.top + seen.bottom) / 2);
    if (!over || !(at.contains(over) || over.contains(at)))
      wrong.push(`is covered by ${over?.tagName} ${over?.className}`);
  }
  return {
    name,
    field: at.getAttribute('name') ?? '',
    wrong,
    left: false,
    order: [...document.querySelectorAll('*')].indexOf(at),
  };
};

const words = ({ name, field, wrong }: Stop) =>
  [name.slice(0, 60) || field || '(nothing)', ...wrong].join(' – ');

/**
 * Presses Tab until it comes to what has that name, or that field, looking at each stop on the way.
 * @param wanted a field's name exactly, or a part of a link's or button's words
 * @throws Error where it never comes there, or where a stop on the way is amiss; with all that was met
 */
export const tabTo = async (page: Page, wanted: string | RegExp, key = 'Tab'): Promise<void> => {
  const met: Stop[] = [];
  const isIt = (s: Stop) =>
    typeof wanted === 'string' ? s.field === wanted || s.name.startsWith(wanted) : wanted.test(s.name);
  for (let i = 0; i < MOST; i++) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(look);
    met.push(stop);
    if (stop.wrong.length > 0) throw new Error(`${page.url()}: ${words(stop)}`);
    if (!stop.left && isIt(stop)) return;
    // Once around the page is enough to know.
    if (met.filter((m) => m.left).length > 1) break;
  }
  throw new Error(`${page.url()}: Tab never comes to ${wanted}, but to:\n${met.map(words).join('\n')}`);
};

/** Comes to a field and types; what stood in it is written over. */
export const typeInto = async (page: Page, fields: Record<string, string>): Promise<void> => {
  for (const [name, value] of Object.entries(fields)) {
    await tabTo(page, name);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(value);
  }
};

/** Comes to a group of radio buttons and goes on by the arrow until that one is chosen. */
export const choose = async (page: Page, name: string, value: string): Promise<void> => {
  await tabTo(page, name);
  const chosen = () =>
    page.evaluate(
      (n) => document.querySelector<HTMLInputElement>(`[name="${n}"]:checked`)?.value ?? '',
      name,
    );
  if (!(await chosen())) await page.keyboard.press('Space');
  for (let i = 0; i < 10 && (await chosen()) !== value; i++) await page.keyboard.press('ArrowDown');
  if ((await chosen()) !== value) throw new Error(`the arrows never choose ${value} of ${name}`);
};

/** Comes to a list and goes down it by the arrow until that option is chosen. */
export const pick = async (page: Page, name: string, option: string): Promise<void> => {
  await tabTo(page, name);
  const chosen = () =>
    page.evaluate(() => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.text ?? '');
  for (let i = 0; i < 40 && (await chosen()) !== option; i++) await page.keyboard.press('ArrowDown');
  if ((await chosen()) !== option) throw new Error(`the arrows never choose ${option} of ${name}`);
};

/** Presses a key that leads to another page, and waits for it. */
export const go = async (page: Page, key = 'Enter'): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)]);
};

/** Comes to a link or button by its words, and goes where it leads. */
export const follow = async (page: Page, wanted: string | RegExp): Promise<void> => {
  await tabTo(page, wanted);
  await go(page);
};

/** Every element that the Tab key must reach, as places in the document's order. */
const reachable = (): { order: number; name: string }[] => {
  const all = [...document.querySelectorAll('*')];
  const groups = new Set<string>();
  return all.flatMap((e, order) => {
    const isKind = e.matches(
      'a[href], button:not(:disabled), input:not(:disabled):not([type=hidden]), select:not(:disabled), textarea:not(:disabled), details > summary:first-of-type, [tabindex]',
    );
    if (!isKind || (e as HTMLElement).tabIndex < 0 || !e.checkVisibility({ visibilityProperty: true }))
      return [];
    if (e instanceof HTMLInputElement && e.type === 'radio') {
      // A group is one stop: what is chosen in it, or its first.
      const chosen = document.querySelector(`[name="${e.name}"]:checked`);
      if (chosen ? chosen !== e : groups.has(e.name)) return [];
      groups.add(e.name);
    }
    return [{ order, name: (e.getAttribute('aria-label') ?? e.textContent ?? '').trim().slice(0, 60) }];
  });
};

/**
 * Walks a page from its beginning with the Tab key until the focus leaves it.
 * @returns what is amiss: no way out, something out of order, out of reach or not to be seen
 */
export const walk = async (page: Page): Promise<string[]> => {
  const expected = await page.evaluate(reachable);
  const amiss: string[] = [];
  const orders: number[] = [];
  // A date's day, month and year are stops of one field.
  const most = expected.length * 2 + 20;
  // A page that sets the focus itself is walked from there to its end, then from its beginning.
  const rounds = (await page.evaluate(() => document.activeElement === document.body)) ? 1 : 2;
  for (let round = 0; round < rounds; round++) {
    let last = -1;
    for (let i = 0; i <= most; i++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(look);
      if (stop.wrong.length > 0) amiss.push(words(stop));
      if (stop.left) break;
      if (stop.order < last) amiss.push(`${words(stop)} – comes too late`);
      if (i === most) amiss.push(`${words(stop)} – the focus never leaves the page`);
      last = stop.order;
      orders.push(last);
    }
  }
  const missed = expected.filter((e) => !orders.includes(e.order));
  return [...amiss, ...missed.map((e) => `${e.name} – out of reach`)];
};
