import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { seed } from '../../../infra/demo/seed';
import { ROOT } from '../../house/code-figures';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const ROWS =
  'II.1 II.2 II.3a II.3b II.3c II.3d II.4a II.4b II.5a II.5b II.5c III.1 III.2 III.3 III.4 III.5 III.6';

const table = readFileSync(join(ROOT, 'README.md'), 'utf8')
  .split('## What the plan asks for')[1]!
  .split('\n## ')[0]!;
const links = [...table.matchAll(/\]\(http:\/\/localhost:3000(\/[^)]+)\)/g)].map(([, path]) => path!);

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await seed(world, 'demo');
  organizer = await signIn(world, { role: 'organizer', bearer: true });
});

test('the README names every row of the plan', () => {
  expect([...table.matchAll(/^\| (I{2,3}\.\w+) /gm)].map(([, row]) => row).join(' ')).toBe(ROWS);
});

test.each([...new Set(links)])('its link %s opens a page of the demo', async (path) => {
  expect((await organizer.get(path)).status).toBe(200);
});
