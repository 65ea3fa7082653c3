import { lineage, readUnits } from '../../../functions/directory/units/list';
import { unitLine } from '../../../functions/directory/units/words';
import { parse } from '../../../functions/platform/input/parse';
import { newToken } from '../../../functions/platform/keys/ids';
import { typedDate } from '../../../functions/platform/time/typed';
import { createReview, pilotCommunes } from '../../../functions/reviews/create';
import { ReviewInput } from '../../../functions/reviews/review';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, valueAt } from '../../ui/form';
import { BelowReviews, mustWrite } from './access';

const newForm = defineForm({
  fields: () => ({
    nonce: { as: 'hidden' },
    unitId: {
      as: 'select',
      label: 'Xã, phường, thị trấn điểm',
      empty: 'Chọn xã',
      hint: 'Ủy ban nhân dân xã, hoặc cấp trên gần nhất có trong danh bạ, nhận đề nghị.',
    },
    dueOn: {
      label: 'Hạn trả lời (hết ngày)',
      hint: 'Ngày/tháng/năm, ví dụ 15/04/2027',
      date: true,
    },
    words: {
      as: 'text-area',
      label: 'Đề nghị của Sở',
      hint: 'Danh sách tổ chưa đạt yêu cầu được gửi kèm, không cần ghi lại.',
      rows: 4,
      optional: true,
    },
  }),
  page: async (c, form, _shown: object) => {
    const world = c.get('world');
    const { inForce } = await readUnits(world);
    const communes = pilotCommunes(world, inForce).map((unit) => ({
      value: unit.id,
      label: unitLine(lineage(inForce, unit.id)),
    }));
    return (
      <BelowReviews c={c} title="Đề nghị rà soát, kiện toàn">
        <form.Errors />
        {communes.length === 0 ? (
          <p class="empty">
            Năm nay chưa có xã nào được chọn chỉ đạo điểm. Vui lòng ghi năm chỉ đạo điểm của xã tại{' '}
            <a href={routes.consoleUnits()}>Địa bàn</a> trước.
          </p>
        ) : (
          <form.Post
            class="form"
            action={routes.consoleNewReview()}
            hidden={{ nonce: valueAt(form, 'nonce') || newToken() }}
          >
            <form.Field name="unitId" options={communes} />
            <form.Field name="dueOn" />
            <form.Field name="words" />
            <Button>Đề nghị rà soát</Button>
          </form.Post>
        )}
      </BelowReviews>
    );
  },
});

/** Asks a pilot commune to review its teams. */
export const newPage = {
  get: async (c: Page) => {
    await mustWrite(c);
    return newForm.show(c, {});
  },
  post: async (c: Page) => {
    await mustWrite(c);
    return newForm.handle(
      c,
      async ({ fields: { dueOn, ...rest } }) => {
        const input = parse(ReviewInput, { ...rest, ...(dueOn && { dueOn: typedDate(dueOn) }) });
        const { id } = await createReview(c.get('world'), input);
        return withQuery(routes.consoleReview(id), { [QUERY.done]: DONE.created });
      },
      {},
    );
  },
};
