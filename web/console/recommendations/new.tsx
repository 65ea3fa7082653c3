import { listBodies } from '../../../functions/directory/bodies/list';
import { listAll } from '../../../functions/events/event/list';
import { parse } from '../../../functions/platform/input/parse';
import { newToken } from '../../../functions/platform/keys/ids';
import { DAY, iso } from '../../../functions/platform/time/dates';
import { shortDate } from '../../../functions/platform/time/format-date';
import { typedDate } from '../../../functions/platform/time/typed';
import type { World } from '../../../functions/platform/world/world';
import { createRecommendation } from '../../../functions/recommendations/create';
import { RecommendationInput } from '../../../functions/recommendations/recommendation';
import type { Page } from '../../env';
import { TASK_FIELD, taskOptions } from '../../parts/programme/task-field';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, valueAt } from '../../ui/form';
import { BelowRegister, mustRecommendations } from './access';

/** The events of the past year and of the coming month, the latest first. */
const recentEvents = async (world: World) =>
  (await listAll(world, { from: iso(world.now() - 365 * DAY), to: iso(world.now() + 30 * DAY) }))
    .toReversed()
    .map(({ id, title, startsAt }) => ({ value: id, label: `${title}, ${shortDate(startsAt)}` }));

const newForm = defineForm({
  fields: () => ({
    sort: {
      as: 'radios',
      label: 'Loại',
      options: [
        { value: 'recommendation', label: 'Kiến nghị' },
        { value: 'difficulty', label: 'Khó khăn, vướng mắc' },
      ],
    },
    nonce: { as: 'hidden' },
    title: { label: 'Tên gọi ngắn' },
    words: { as: 'text-area', label: 'Nội dung', hint: 'Không ghi tên các bên tranh chấp.', rows: 6 },
    bodyId: { as: 'select', label: 'Cơ quan có thẩm quyền trả lời', empty: 'Chọn cơ quan' },
    dueOn: {
      label: 'Hạn trả lời (hết ngày)',
      hint: 'Ngày cuối cùng được trả lời. “Trước ngày 18/11” thì ghi 17/11. Ngày/tháng/năm, ví dụ 15/04/2027',
      date: true,
    },
    eventId: {
      as: 'select',
      label: 'Hội nghị, lớp nơi nêu ra',
      empty: 'Không gắn với lớp, hội nghị nào',
      optional: true,
    },
    taskId: TASK_FIELD,
    topic: { label: 'Chủ đề', optional: true },
    raisedBy: { label: 'Nơi kiến nghị', hint: 'Tên đơn vị hoặc cơ quan.', optional: true },
  }),
  page: async (c, form, _shown: object) => {
    const world = c.get('world');
    const [bodies, events, tasks] = await Promise.all([
      listBodies(world),
      recentEvents(world),
      taskOptions(world),
    ]);
    return (
      <BelowRegister c={c} title="Chuyển kiến nghị, vướng mắc">
        <form.Errors />
        <form.Post
          class="form"
          action={routes.consoleNewRecommendation()}
          hidden={{ nonce: valueAt(form, 'nonce') || newToken() }}
        >
          <form.Field name="sort" />
          <form.Field name="title" />
          <form.Field name="words" />
          <form.Field name="bodyId" options={bodies.map(({ id, name }) => ({ value: id, label: name }))} />
          <form.Field name="dueOn" />
          <form.Field name="eventId" options={events} />
          <form.Field name="taskId" options={tasks} />
          <form.Field name="topic" />
          <form.Field name="raisedBy" />
          <Button>Chuyển tới cơ quan</Button>
        </form.Post>
      </BelowRegister>
    );
  },
});

/** Passes a recommendation or a difficulty to a body. */
export const newPage = {
  get: (c: Page) => {
    mustRecommendations(c, 'write');
    return newForm.show(c, {});
  },
  post: (c: Page) => {
    mustRecommendations(c, 'write');
    return newForm.handle(
      c,
      async ({ fields }) => {
        const { dueOn, ...rest } = fields;
        const input = parse(RecommendationInput, { ...rest, ...(dueOn && { dueOn: typedDate(dueOn) }) });
        return withQuery(
          routes.consoleRecommendation((await createRecommendation(c.get('world'), input)).id),
          { [QUERY.done]: DONE.created },
        );
      },
      {},
    );
  },
};
