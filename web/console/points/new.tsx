import { allUnits, readUnits } from '../../../functions/directory/units/list';
import { isInArea } from '../../../functions/directory/units/successors';
import { listAll } from '../../../functions/events/event/list';
import { parse } from '../../../functions/platform/input/parse';
import { Problem } from '../../../functions/platform/problem/problem';
import { DAY, iso } from '../../../functions/platform/time/dates';
import { shortDate } from '../../../functions/platform/time/format-date';
import type { World } from '../../../functions/platform/world/world';
import { createPoint } from '../../../functions/points/create';
import { PAPER_KINDS, PointInput } from '../../../functions/points/point';
import { mayPoints } from '../../../functions/points/register';
import { ownAreaOf } from '../../../functions/register/teams/may';
import type { Page } from '../../env';
import { nonceOf, PointQuestions, pointFields, pointOf } from '../../parts/points/question';
import { communeOptions } from '../../parts/units/levels';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm } from '../../ui/form';
import { BelowPoints, must } from './access';

/** Conferences and forums of the past months and the coming ones, the nearest first. */
const conferences = async (world: World) =>
  (await listAll(world, { from: iso(world.now() - 90 * DAY), to: iso(world.now() + 180 * DAY) }))
    .filter(({ kind, status }) => PAPER_KINDS.includes(kind) && status === 'published')
    .map(({ id, title, startsAt }) => ({ value: id, label: `${title}, ${shortDate(startsAt)}` }));

const newForm = defineForm({
  fields: () => ({
    ...pointFields,
    unitId: { as: 'select', label: 'Xã, phường, thị trấn', empty: 'Chọn', optional: true },
    raisedBy: {
      label: 'Nơi gửi',
      hint: 'Tên tổ hòa giải, cơ quan hoặc chức vụ. Không ghi họ tên.',
      optional: true,
    },
    eventId: {
      as: 'select',
      label: 'Hội nghị',
      hint: 'Tham luận gắn với một hội nghị chưa khai mạc.',
      empty: 'Không gắn với hội nghị nào',
      optional: true,
    },
  }),
  fill: (_shown: object, c: Page) => ({ eventId: c.req.query(QUERY.event) }),
  page: async (c, form, _shown: object) => {
    const world = c.get('world');
    const [units, events] = await Promise.all([readUnits(world), conferences(world)]);
    const area = ownAreaOf(c.get('account'));
    const communes = units.inForce.filter((unit) => !area || isInArea(units.all, unit.id, area));
    return (
      <BelowPoints c={c} title="Ghi tham luận, vướng mắc">
        <form.Errors />
        <form.Post class="form" action={routes.consoleNewPoint()} hidden={nonceOf(form)}>
          <PointQuestions form={form} />
          <form.Field name="unitId" options={communeOptions(communes, units)} optional={!area} />
          <form.Field name="raisedBy" />
          <form.Field name="eventId" options={events} />
          <Button>Ghi vào sổ</Button>
        </form.Post>
      </BelowPoints>
    );
  },
});

/** Staff enter what a unit or a body raised, e.g. on paper. */
export const newPage = {
  get: (c: Page) => {
    must('raise', c);
    return newForm.show(c, {});
  },
  post: (c: Page) => {
    must('raise', c);
    return newForm.handle(
      c,
      async ({ fields: { unitId, raisedBy, eventId, ...rest } }) => {
        const world = c.get('world');
        const input = parse(PointInput, {
          ...pointOf(rest),
          ...(unitId && { unitId }),
          ...(raisedBy && { raisedBy }),
          ...(eventId && { eventId }),
        });
        const { raise, handle } = mayPoints(c.get('account'), await allUnits(world), input.unitId);
        if (!(input.unitId ? raise : handle)) throw new Problem('forbidden', 'forbidden');
        return withQuery(routes.consolePoint((await createPoint(world, input)).id), {
          [QUERY.done]: DONE.created,
        });
      },
      {},
    );
  },
};
