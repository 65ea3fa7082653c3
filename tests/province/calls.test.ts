import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { seed } from '../../infra/demo/seed';
import { generateProvince } from '../../infra/province/generate';
import { partOf } from '../../infra/province/size';
import { ROOT } from '../house/code-figures';
import { callsOf } from '../support/calls-of';
import { signIn, type Visitor } from '../support/visitor';
import { useWorld } from '../support/world';

/** The rows of `docs/calls.md`: path and number of calls. */
const rows = [
  ...readFileSync(join(ROOT, 'docs/calls.md'), 'utf8').matchAll(/^\| `([^`]+)` +\| (\d+) /gm),
].map(([, path, calls]) => [path!, Number(calls)] as const);

/** The names of staff are kept for a minute, so reading them is no call of one page. */
const NAMES = 'getMany accounts';

describe('calls to the tables', () => {
  const world = useWorld();
  let staff: Visitor;
  beforeAll(async () => {
    await seed(world, 'demo');
    staff = await signIn(world, { role: 'admin', bearer: true });
  });

  const counted = async (): Promise<(readonly [string, number])[]> => {
    const found: (readonly [string, number])[] = [];
    for (const [path] of rows) {
      const calls = await callsOf(world, async () => {
        const { status } = await staff.get(path);
        if (status !== 200) throw new Error(`${path} answered ${status}`);
      });
      found.push([path, calls.filter((call) => call !== NAMES).length]);
    }
    return found;
  };

  test('are as many as the table says, in the demo', async () => {
    expect(await counted()).toEqual(rows);
  });

  test('are as many with a whole register and the events of three years', async () => {
    await generateProvince(world, partOf(1 / 20));
    expect(await counted()).toEqual(rows);
  });
});
