import { beforeAll, describe, expect, test } from 'vitest';
import { askAgain, end } from '../../functions/inquiries/change';
import { DAY, localDate } from '../../functions/platform/time/dates';
import { createRecommendation } from '../../functions/recommendations/create';
import { RECOMMENDATION } from '../../functions/recommendations/recommendation';
import { addBody } from '../support/bodies';
import { refusal } from '../support/refusals';
import { useWorld } from '../support/world';

describe('what is asked of a body', () => {
  const world = useWorld();
  let bodyId: string;
  let dueOn: string;
  const create = (more: object = {}) =>
    createRecommendation(world, {
      sort: 'recommendation',
      title: 'Kiến nghị',
      words: 'Nội dung.',
      bodyId,
      dueOn,
      ...more,
    });
  const codeOf = async (act: Promise<unknown>) => {
    const { code, fields } = await refusal(act);
    return fields.map(({ path, code: of }) => `${path} ${of}`).join() || code;
  };
  const at = (id: string, version: number) => ({ id, kind: RECOMMENDATION, version });
  beforeAll(async () => {
    dueOn = localDate(world.now() + 10 * DAY);
    bodyId = (await addBody(world, 'Sở Mẫu')).id;
  });

  test('names a body and an event that there are', async () => {
    expect.soft(await codeOf(create({ bodyId: 'bod_none' }))).toBe('bodyId body-unknown');
    expect.soft(await codeOf(create({ eventId: 'evt_none' }))).toBe('eventId event-unknown');
  });

  test('is asked again once by a form that is sent twice, and by no old form', async () => {
    const { id } = await create();
    const words = { dueOn, words: 'Nêu rõ.' };
    const again = await askAgain(world, at(id, 1), words);
    expect.soft((await askAgain(world, at(id, 1), words)).version).toBe(again.version);
    expect.soft(await codeOf(askAgain(world, at(id, 1), { ...words, words: 'Khác.' }))).toBe('inquiry-stale');
  });

  test('is ended once by a form that is sent twice, not twice in two ways, and not asked again', async () => {
    const { id } = await create();
    expect.soft(await codeOf(end(world, at(id, 7), { as: 'closed', words: 'Xong.' }))).toBe('inquiry-stale');
    const closed = await end(world, at(id, 1), { as: 'closed', words: 'Xong.' });
    const again = await end(world, at(id, 1), { as: 'closed', words: 'Xong.' });
    expect.soft(again.version).toBe(closed.version);
    const other = end(world, at(id, closed.version), { as: 'withdrawn', words: 'Thôi.' });
    expect.soft(await codeOf(other)).toBe('inquiry-over');
    const asked = askAgain(world, at(id, closed.version), { dueOn, words: 'Nêu rõ.' });
    expect.soft(await codeOf(asked)).toBe('inquiry-over');
  });
});
