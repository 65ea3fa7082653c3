import { describe, expect, test } from 'vitest';
import { filesPerFolder } from './code-figures';
import { styleFigures } from './style-figures';
import { isTokenFile, type SourceFile, styleFiles } from './style-files';

const figures = styleFigures();

describe('the style', () => {
  test('has at most 8 font sizes, all of them tokens', () => {
    expect(figures.fontSizes.used.length).toBeLessThanOrEqual(8);
    expect(figures.fontSizes.literals).toEqual([]);
  });

  test('has at most 10 spacings, all of them tokens', () => {
    expect(figures.spacings.used.length).toBeLessThanOrEqual(10);
    expect(figures.spacings.literals).toEqual([]);
  });

  test('spells out colours as tokens only', () => {
    expect(figures.colours).toEqual([]);
  });

  test('uses the tokens that it defines, and defines those that it uses', () => {
    expect(figures.undefinedTokens).toEqual([]);
    expect(figures.unusedTokens).toEqual([]);
  });

  test('has no class that no page uses', () => {
    expect(figures.unusedClasses).toEqual([]);
  });

  test('has a rule for each class that a page gives to an element', () => {
    expect(figures.unstyledClasses).toEqual([]);
  });

  test('has no file that no bundle imports', () => {
    expect(figures.unimported).toEqual([]);
  });

  test('has at most 15 files in a folder', () => {
    const [fullest] = filesPerFolder(styleFiles().map(({ path }) => path));
    expect(fullest!.value).toBeLessThanOrEqual(15);
  });

  test('has no file of more than 200 lines', () => {
    expect(figures.longest.lines).toBeLessThanOrEqual(200);
  });
});

describe('a fault in the style is found', () => {
  const tokens = styleFiles().filter(isTokenFile);
  const withRules = (rules: string, path = 'print.css', pages: SourceFile[] = []) =>
    styleFigures([...tokens, { path, source: rules }], pages);
  const page = (source: string): SourceFile => ({ path: 'public/new.tsx', source });

  test.each([
    '.card { font-size: 17px }',
    '.card { font-size: 103% }',
    '.card { font: 700 1.9rem / 1.4 serif }',
    '.card { font: 13pt serif }',
    '@media print { .card { font-size: calc(var(--text-s) + 1px) } }',
  ])('a font size: %s', (rules) => {
    const { fontSizes } = withRules(rules);
    expect(fontSizes.literals).toHaveLength(1);
    expect(fontSizes.used).toContain(fontSizes.literals[0]!.split(' ')[0]);
  });

  test('one more font size as a token', () => {
    const { fontSizes, undefinedTokens } = withRules('.card { font-size: var(--text-9) }');
    expect(fontSizes.used).toEqual(['--text-9']);
    expect(undefinedTokens).toEqual(['--text-9 in print.css']);
  });

  test.each([
    '.card { margin: 0 auto 3px }',
    '.card { padding-inline: 0.3em }',
    '.card { row-gap: 1.5rem }',
    '.card { margin-top: calc(-1 * 2px) }',
    '@media print { .card { scroll-padding-top: 6mm } }',
  ])('a spacing: %s', (rules) => {
    const { spacings } = withRules(rules);
    expect(spacings.literals).toHaveLength(1);
    expect(spacings.used).toContain(spacings.literals[0]!.split(' ')[0]);
  });

  test.each([
    '.card { color: #fff }',
    '.card { border: 1px solid rgb(0 0 0 / 5%) }',
    '.card { background: linear-gradient(var(--river), white) }',
    '.card { --edge: 1px solid black }',
    `.card { background: url("data:image/svg+xml,%3Csvg stroke='%23fff'/%3E") }`,
  ])('a colour: %s', (rules) => {
    expect(withRules(rules).colours).toHaveLength(1);
    expect(withRules(rules, 'tokens.css').colours).toEqual([]);
  });

  test.each(['<path fill="#12806a" />', '<b style="color: #fff">x</b>', '<path stroke="red" />'])(
    'a colour in a page: %s',
    (source) => {
      expect(styleFigures(tokens, [page(source)]).colours).toHaveLength(1);
    },
  );

  test('a token that nothing uses', () => {
    expect(withRules(':root { --space-9: 4rem }', 'tokens.css').unusedTokens).toContain('--space-9');
    expect(withRules('.card { --space-9: 4rem; gap: var(--space-9) }').unusedTokens).not.toContain(
      '--space-9',
    );
  });

  test.each([
    'const Bee = () => <p class="honey">bee</p>;',
    'const Bee = () => <p class={full ? "bee honey" : undefined}>bee</p>;',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of a page
    'const Bee = () => <p class={`honey ${kind}`}>bee</p>;',
    "const TAG = { full: 'tag honey' };",
  ])('a class that no page uses, but not one in %s', (source) => {
    const rules = '.tag:has(> .honey) { left: 0 }';
    expect(withRules(rules, 'print.css', [page(source)]).unusedClasses).not.toContain('honey');
    const other = page(source.replace('honey', 'wax').replace('honey', 'wax'));
    expect(withRules(rules, 'print.css', [other]).unusedClasses).toContain('honey');
  });

  test.each([
    ['.btn.plain { left: 0 }', '<ul class="plain" />', ['plain in "plain"']],
    ['.btn:not(.plain) { left: 0 }', '<a class="btn plain" />', ['plain in "btn plain"']],
    ['.notice { left: 0 }', '<p class={late ? "notice warn" : "notice"} />', ['warn in "notice warn"']],
    ['.btn.plain { left: 0 }', '<a class="btn plain" />', []],
    ['.list > .late { left: 0 }', '<li class="late" />', []],
    ['.tag { left: 0 }', '<p class={kind === "open" ? "tag" : undefined} />', []],
  ])('a class without a rule: %s and %s', (rules, element, found) => {
    const pages = [page(`const Bee = () => ${element};`)];
    expect(withRules(rules, 'print.css', pages).unstyledClasses).toEqual(found);
  });

  test('a file of rules that no bundle imports', () => {
    const file = { path: 'components/form/new.css', source: '.card { left: 0 }' };
    expect(styleFigures([...styleFiles(), file], []).unimported).toEqual([file.path]);
  });

  test('a long file', () => {
    const { longest } = withRules('\n.card { left: 0 }'.repeat(200));
    expect(longest.path).toBe('print.css');
    expect(longest.lines).toBeGreaterThan(200);
  });

  test('a syntax error', () => {
    expect(() => withRules('.card { color }')).toThrow('print.css');
  });
});
