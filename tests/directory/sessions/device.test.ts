import { expect, test } from 'vitest';
import { deviceOf } from '../../../functions/directory/sessions/device';

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';

test.each([
  ['Chrome, Windows', `${WINDOWS} Chrome/142.0.0.0 Safari/537.36`],
  ['Edge, Windows', `${WINDOWS} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`],
  ['Cốc Cốc, Windows', `${WINDOWS} coc_coc_browser/130.0.0 Chrome/124.0.0.0 Safari/537.36`],
  ['Firefox, Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0'],
  [
    'Safari, iPhone',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1',
  ],
  [
    'Samsung Internet, Android',
    'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36',
  ],
])('a device is called %s', (name, agent) => {
  expect(deviceOf(agent)).toBe(name);
});

test.each([undefined, '', 'curl/8.5.0', '<script>alert(1)</script>', 'x'.repeat(20_000)])(
  'what is not known by name is not kept: %.20s',
  (agent) => {
    expect(deviceOf(agent)).toBeUndefined();
  },
);
