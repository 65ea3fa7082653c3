import { beforeAll, describe, expect, test } from 'vitest';
import { readOptions } from '../../../infra/local/options';
import { routes } from '../../../web/routes';
import { addEvent } from '../../support/events';
import { addWholeProvince } from '../../support/places';
import type { Seen } from '../../support/seen';
import { visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { typed } from './forms';

/** Letters of the Khmer alphabet: no words, since a translator writes those. */
const WORDS = '\u1780\u1781 \u1782\u1783?';

const boxOf = ({ page }: Seen) => page.querySelector('label[for=o-interpreter]')!;

describe('The question about an interpreter', () => {
  const world = useWorld({ khmerQuestion: WORDS });
  let event: string;
  beforeAll(async () => {
    await addWholeProvince(world, 2);
    event = (await addEvent(world, 10)).id;
  });

  test('is asked in Khmer too, in words that say their language, on Vietnamese and English forms', async () => {
    for (const [prefix, words] of [
      ['', 'Tôi cần người phiên dịch tiếng Khmer'],
      ['/en', 'interpreter'],
    ] as const) {
      const label = boxOf(await visitor(world).get(prefix + routes.register(event)));
      expect(label.text).toContain(words);
      expect(label.querySelector('[lang=km]')!.text).toBe(WORDS);
    }
  });

  test('is asked so again where the person corrects what is on file, and its answer is kept', async () => {
    const me = visitor(world);
    expect((await me.send(routes.register(event), { ...typed(), interpreter: 'on' })).status).toBe(200);
    const correct = await me.get(routes.correct());
    expect(boxOf(correct).querySelector('[lang=km]')!.text).toBe(WORDS);
    expect(correct.page.querySelector('#o-interpreter')!.hasAttribute('checked')).toBe(true);
  });

  test('is asked without Khmer where no translation is configured: none is made up', async () => {
    const plain = { ...world, settings: { ...world.settings, khmerQuestion: undefined } };
    const seen = await visitor(plain).get(routes.register(event));
    expect(boxOf(seen).text).toBe('Tôi cần người phiên dịch tiếng Khmer');
    expect(seen.html).not.toMatch(/\p{Script=Khmer}|lang="km"/u);
  });
});

test('The Khmer words of one machine come from its environment', () => {
  expect(readOptions({ KHMER_QUESTION: WORDS }).khmerQuestion).toBe(WORDS);
  expect(readOptions({}).khmerQuestion).toBeUndefined();
  expect(() => readOptions({ KHMER_QUESTION: 'Toi can phien dich' })).toThrow(/KHMER_QUESTION.*Khmer script/);
});
