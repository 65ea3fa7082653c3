import { listBodies } from '../../../functions/directory/bodies/list';
import { parse } from '../../../functions/platform/input/parse';
import { typedDate } from '../../../functions/platform/time/typed';
import { createRecommendation } from '../../../functions/recommendations/create';
import { RecommendationInput } from '../../../functions/recommendations/recommendation';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { Button, defineForm } from '../../ui/form';
import { BelowRegister, mustWrite } from './access';

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
    title: { label: 'Tên gọi ngắn' },
    words: { as: 'text-area', label: 'Nội dung', hint: 'Không ghi tên các bên tranh chấp.', rows: 6 },
    bodyId: { as: 'select', label: 'Cơ quan có thẩm quyền trả lời', empty: 'Chọn cơ quan' },
    dueOn: {
      label: 'Hạn trả lời (hết ngày)',
      hint: 'Ngày cuối cùng được trả lời. “Trước ngày 18/11” thì ghi 17/11. Ngày/tháng/năm, ví dụ 15/04/2027',
      date: true,
    },
    topic: { label: 'Chủ đề', optional: true },
    raisedBy: { label: 'Nơi kiến nghị', hint: 'Tên đơn vị hoặc cơ quan.', optional: true },
  }),
  page: async (c, form, _shown: object) => {
    const bodies = await listBodies(c.get('world'));
    return (
      <BelowRegister c={c} title="Chuyển kiến nghị, vướng mắc">
        <form.Errors />
        <form.Post class="form" action={routes.consoleNewRecommendation()}>
          <form.Field name="sort" />
          <form.Field name="title" />
          <form.Field name="words" />
          <form.Field name="bodyId" options={bodies.map(({ id, name }) => ({ value: id, label: name }))} />
          <form.Field name="dueOn" />
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
    mustWrite(c);
    return newForm.show(c, {});
  },
  post: (c: Page) => {
    mustWrite(c);
    return newForm.handle(
      c,
      async ({ fields }) => {
        const { dueOn, ...rest } = fields;
        const input = parse(RecommendationInput, { ...rest, ...(dueOn && { dueOn: typedDate(dueOn) }) });
        return routes.consoleRecommendation((await createRecommendation(c.get('world'), input)).id);
      },
      {},
    );
  },
};
