import { beforeAll, describe, expect, test } from 'vitest';
import { DAY, HOUR, iso } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { anEvent, keepEvent } from '../../support/stored';
import { signIn, type Visitor } from '../../support/visitor';
import { MONDAY, useWorld } from '../../support/world';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  organizer = await signIn(world, { role: 'organizer', bearer: true });
});

let n = 0;
const events = async (count: number) => {
  for (let i = 0; i < count; i++) {
    const startsAt = MONDAY + 2 * DAY + ++n * HOUR;
    await keepEvent(world, anEvent(`evt_h${n}`, { startsAt: iso(startsAt), endsAt: iso(startsAt + HOUR) }));
  }
};
const home = async () => {
  const before = world.costs.length;
  const { text } = await organizer.get(routes.console());
  return { text, calls: world.costs.length - before };
};

describe('the first page of the console', () => {
  test('says that it looks at the forty nearest events, where there are more', async () => {
    await events(40);
    expect((await home()).text).not.toContain('40 lớp, hội nghị gần nhất');
    await events(1);
    const { text, calls } = await home();
    expect(text).toContain('Việc cần làm của 40 lớp, hội nghị gần nhất');
    await events(20);
    expect((await home()).calls).toBeLessThanOrEqual(calls);
  });
});
