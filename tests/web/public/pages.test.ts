import { brotliCompressSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileStyle } from '../../../infra/build/style';
import { copy } from '../../../web/copy/copy';
import { assets } from '../../support/assets';
import { addBody } from '../../support/bodies';
import { addEvent, onDay } from '../../support/events';
import { addWholeProvince } from '../../support/places';
import { visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld({ sampleData: true });
let event: string;
beforeAll(async () => {
  await addWholeProvince(world, 10);
  for (let i = 0; i < 40; i++) await addBody(world, `Phòng Tư pháp, cơ quan mẫu số ${i + 1}`);
  for (let i = 1; i < 20; i++) await addEvent(world, i, { title: `Tập huấn kỹ năng hòa giải, lớp thứ ${i}` });
  event = (
    await addEvent(world, 20, {
      mode: 'both',
      pools: [
        { kind: 'open', seats: 150 },
        { kind: 'online', seats: 50 },
      ],
      onlineUrl: 'https://meet.example.vn/x',
      summary: 'Trao đổi cách làm hay, nêu vướng mắc, đề xuất cơ quan có thẩm quyền tháo gỡ. '.repeat(6),
      bring: 'Giấy mời hoặc mã đăng ký',
      sessions: ['07:30', '08:15', '09:30', '10:30'].map((at, i) => ({
        startsAt: onDay(world, 20, at),
        endsAt: onDay(world, 20, '11:00'),
        topic: `Chuyên đề ${i + 1}: thủ tục đề nghị Tòa án công nhận kết quả hòa giải thành`,
        speaker: 'Tòa án nhân dân tỉnh',
      })),
    })
  ).id;
});

test('An address with a slash too many leads to the page', async () => {
  for (const [path, to] of [
    ['/en/', '/en'],
    [`/lop/${event}/?x=1`, `/lop/${event}?x=1`],
    ['//evil.example/', '/evil.example'],
  ] as const) {
    const { status, headers } = await visitor(world).get(path);
    expect([path, status, headers.get('location')]).toEqual([path, 301, to]);
  }
});

const BUDGET = 14 * 1024;

describe('A first visit on a weak line', () => {
  test.each([
    ['the list with 20 events', () => '/'],
    ['an event', () => `/lop/${event}`],
    ['the form with 150 communes and 40 bodies', () => `/lop/${event}/dang-ky`],
  ])('costs 14 KB and two requests: %s', async (_name, path) => {
    const { html, page } = await visitor(world).get(path());
    const { css } = (await compileStyle()).style;
    const fetched = page
      .querySelectorAll(
        'link[href]:not([rel=canonical]):not([rel=alternate]), script[src], img[src], iframe, video, audio, source',
      )
      .map((e) => e.getAttribute('href') ?? e.getAttribute('src') ?? '')
      .filter((url) => !url.startsWith('data:'));
    expect(fetched).toEqual([assets.style]);
    expect(css).not.toMatch(/@import|url\(["']?(?!["']?data:)/);
    expect(gzipSync(html).length + gzipSync(css).length).toBeLessThanOrEqual(BUDGET);
    expect(brotliCompressSync(html).length + brotliCompressSync(css).length).toBeLessThanOrEqual(BUDGET);
  });

  test('shows nothing that only a script could work', async () => {
    expect((await compileStyle()).style.css).toContain('[hidden]{display:none!important}');
  });

  test('shows on a screen nothing that is meant for paper, however it is laid out', async () => {
    expect((await compileStyle()).style.css).toContain('@media screen{.print-only{display:none!important}}');
  });

  test('is compressed where the browser can read it', async () => {
    const answer = await visitor(world).get('/', { 'accept-encoding': 'gzip' });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
  });
});

const everyPage = () =>
  [
    '/',
    `/lop/${event}`,
    `/lop/${event}/dang-ky`,
    '/xem-lai',
    '/xem-lai/quen-ma',
    '/xem-lai/quen-ma?xong=1',
    '/quyen-rieng-tu',
    '/ho-tro-tiep-can',
    '/khong-co-trang-nay',
  ].flatMap((path) => [path, path === '/' ? '/en' : `/en${path}`]);

describe('Every public page', () => {
  test('has a doctype, a language, one heading, somebody to call, and says that the data is a sample', async () => {
    for (const path of everyPage()) {
      const { html, page, text } = await visitor(world).get(path);
      const language = path.startsWith('/en') ? 'en' : 'vi';
      expect([path, html.slice(0, 15)]).toEqual([path, '<!doctype html>']);
      expect(page.querySelector('html')!.getAttribute('lang')).toBe(language);
      expect([path, page.querySelectorAll('h1').length]).toEqual([path, 1]);
      expect(page.querySelector('title')!.text).toContain('Nhịp Cầu');
      expect(page.querySelector('footer a[href^="tel:"]')).not.toBeNull();
      expect(text).toContain(copy(language).shared.sample);
      expect(html).toBe(html.normalize('NFC'));
    }
  });

  test('leads only to pages that are there', async () => {
    const me = visitor(world);
    const links = new Set<string>();
    for (const path of everyPage())
      for (const a of (await me.get(path)).page.querySelectorAll('a[href^="/"]'))
        links.add(a.getAttribute('href')!.replaceAll('&amp;', '&'));
    for (const link of links) {
      if (link.includes('khong-co')) continue;
      expect([link, (await me.get(link)).status]).toEqual([
        link,
        expect.toSatisfy((s: number) => s === 200 || s === 303),
      ]);
    }
  });

  test('has its twin in the other language', async () => {
    const { page } = await visitor(world).get(`/lop/${event}`);
    expect(page.querySelector('.top a')!.getAttribute('href')).toBe(`/en/lop/${event}`);
    const english = await visitor(world).get(`/en/lop/${event}`);
    expect(english.page.querySelector('.top a')!.getAttribute('href')).toBe(`/lop/${event}`);
  });
});

describe('GET /co-chu', () => {
  test('makes the text larger and goes back to the page', async () => {
    const me = visitor(world);
    const answer = await me.get('/co-chu?co=1&ve=/quyen-rieng-tu');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/quyen-rieng-tu']);
    const { page, headers } = await me.get('/quyen-rieng-tu');
    expect(page.querySelector('html')!.getAttribute('data-size')).toBe('1');
    // Caches keep it for each size of type.
    expect([headers.get('cache-control'), headers.get('vary')]).toEqual([
      'public, max-age=300',
      expect.stringContaining('Cookie'),
    ]);
    await me.get('/co-chu?co=0&ve=/');
    expect((await me.get('/')).headers.get('cache-control')).toContain('public');
  });

  test('leads to no other site', async () => {
    for (const ve of [
      'https://elsewhere.example',
      '//elsewhere.example',
      '/\\elsewhere.example',
      'javascript:alert(1)',
      '/\t/elsewhere.example',
      '/..//elsewhere.example',
      '/.//elsewhere.example',
      '/./\\elsewhere.example',
      '/en/../..//elsewhere.example',
    ])
      expect(
        (await visitor(world).get(`/co-chu?co=1&ve=${encodeURIComponent(ve)}`)).headers.get('location'),
      ).toMatch(/^\/(?![/\\])/);
  });
});

describe('The style', () => {
  const luminance = (hex: string) => {
    const full = hex.length === 4 ? hex.replace(/[^#]/g, '$&$&') : hex;
    const [r, g, b] = [1, 3, 5].map((i) => {
      const c = Number.parseInt(full.slice(i, i + 2), 16) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string) => {
    const [hi, lo] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
    return (hi + 0.05) / (lo + 0.05);
  };

  test('reads well by day and by night', async () => {
    const { css } = (await compileStyle()).style;
    const roots = [...css.matchAll(/:root\{([^}]*)\}/g)].map((m) =>
      Object.fromEntries([...m[1]!.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})/gi)].map((v) => [v[1]!, v[2]!])),
    );
    expect(roots).toHaveLength(2);
    for (const colours of [roots[0]!, { ...roots[0]!, ...roots[1]! }]) {
      const c = colours as Record<string, string>;
      for (const [text, ground] of [
        ['ink', 'paper'],
        ['ink', 'card'],
        ['ink', 'mist'],
        ['ink', 'line'],
        ['soft', 'paper'],
        ['soft', 'card'],
        ['soft', 'mist'],
        ['lotus', 'paper'],
        ['lotus', 'card'],
        ['lotus', 'petal'],
        ['sky-ink', 'sky'],
        ['on-river', 'river'],
        ['on-river', 'deep'],
      ] as const)
        expect([text, ground, contrast(c[text]!, c[ground]!)]).toEqual([
          text,
          ground,
          expect.toSatisfy((n: number) => n >= 4.5),
        ]);
      const link = c.link ?? c.river!;
      for (const ground of ['paper', 'card', 'mist'])
        expect(contrast(link, c[ground]!)).toBeGreaterThanOrEqual(4.5);
      // What can be filled in stands out from what is around it.
      for (const ground of ['paper', 'card', 'mist'])
        expect(contrast(c.field!, c[ground]!)).toBeGreaterThanOrEqual(3);
    }
    expect(contrast('#17211e', '#ffd23f')).toBeGreaterThanOrEqual(4.5);
    expect(contrast('#ffffff', '#b4235a')).toBeGreaterThanOrEqual(4.5);
  });

  test('is named by its content', async () => {
    const { style, console: desk } = await compileStyle();
    expect(style.url).toMatch(/^\/static\/style-[0-9a-f]{10}\.css$/);
    expect(desk.url).toMatch(/^\/static\/console-[0-9a-f]{10}\.css$/);
  });
});
