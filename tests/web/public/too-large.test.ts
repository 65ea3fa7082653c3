import { describe, expect, it } from 'vitest';
import { visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
const ORIGIN = 'https://nhipcau.test';
const FORM = '/cu-nguoi/00000000000000000000000000/dan-tu-excel';
const file = new File(['x'.repeat(7 * 1024 * 1024)], 'lon.csv');

const send = (path: string, referer?: string) =>
  visitor(world).post(path, { file }, referer ? { referer } : {});

describe('a form that is too large', () => {
  it('hears the limit, and goes back to its page', async () => {
    const { status, html } = await send(FORM, `${ORIGIN}${FORM}?x=1`);
    expect(status).toBe(413);
    expect(html).toContain('nhiều nhất 4 MB');
    expect(html).toMatch(new RegExp(`href="${FORM}"[^>]*>\\s*Quay lại`));
    expect(html).toContain('Lịch lớp');
  });

  it('within the console leads back to the console', async () => {
    const { html } = await send('/quan-tri/thu-moi/inv_x/giay-moi');
    expect(html).toContain('href="/quan-tri"');
    expect(html).not.toContain('Quay lại');
  });

  it.each([
    'https://elsewhere.example/cu-nguoi',
    `${ORIGIN}//elsewhere.example/x`,
    'javascript:alert(1)',
    '/x',
  ])('never leads to %s', async (referer) => {
    const { html } = await send(FORM, referer);
    expect(html).not.toContain('Quay lại');
    expect(html).not.toContain('elsewhere');
  });
});
