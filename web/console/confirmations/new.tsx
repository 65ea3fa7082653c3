import { askConfirmation, communesToAsk } from '../../../functions/confirmations/ask';
import { ConfirmInput } from '../../../functions/confirmations/confirmation';
import { lineage, readUnits } from '../../../functions/directory/units/list';
import { unitLine } from '../../../functions/directory/units/words';
import { parse } from '../../../functions/platform/input/parse';
import { showCount } from '../../../functions/platform/text/count';
import { typedDate } from '../../../functions/platform/time/typed';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm } from '../../ui/form';
import { BelowConfirmations, mustAsk } from './access';

const newForm = defineForm({
  fields: () => ({
    unitId: {
      as: 'select',
      label: 'Đơn vị cấp xã',
      hint: 'Ủy ban nhân dân cấp xã, hoặc cấp trên gần nhất có trong danh bạ, nhận đề nghị.',
      optional: true,
      errorsOf: ['unitIds'],
    },
    dueOn: { label: 'Hạn trả lời (hết ngày)', hint: 'Ngày/tháng/năm, ví dụ 15/04/2027', date: true },
    words: { as: 'text-area', label: 'Đề nghị của Sở', rows: 4, optional: true },
  }),
  page: async (c, form, _shown: object) => {
    const world = c.get('world');
    const [{ inForce }, toAsk] = await Promise.all([readUnits(world), communesToAsk(world)]);
    return (
      <BelowConfirmations c={c} title="Đề nghị xác nhận danh sách">
        <form.Errors />
        {toAsk.length === 0 ? (
          <p class="empty">
            Không còn đơn vị nào để đề nghị: mọi đơn vị cấp xã có tổ hòa giải đã được đề nghị trong năm nay.
          </p>
        ) : (
          <form.Post class="form" action={routes.consoleNewConfirmation()}>
            <form.Field
              name="unitId"
              options={[
                { value: '', label: `Tất cả ${showCount(toAsk.length)} đơn vị chưa được đề nghị` },
                ...toAsk.map(({ id }) => ({ value: id, label: unitLine(lineage(inForce, id)) })),
              ]}
            />
            <form.Field name="dueOn" />
            <form.Field name="words" />
            <Button>Đề nghị xác nhận</Button>
          </form.Post>
        )}
      </BelowConfirmations>
    );
  },
});

/** Asks one commune, or all that were not asked this year. */
export const newPage = {
  get: async (c: Page) => {
    await mustAsk(c);
    return newForm.show(c, {});
  },
  post: async (c: Page) => {
    await mustAsk(c);
    return newForm.handle(
      c,
      async ({ fields: { unitId, dueOn, words } }) => {
        const input = parse(ConfirmInput, {
          ...(unitId && { unitIds: [unitId] }),
          ...(dueOn && { dueOn: typedDate(dueOn) }),
          words,
        });
        const { done, refused } = await askConfirmation(c.get('world'), input);
        return withQuery(routes.consoleConfirmations(), {
          [QUERY.done]: DONE.created,
          [QUERY.count]: String(done.length),
          [QUERY.leftOut]: refused.length > 0 ? String(refused.length) : undefined,
        });
      },
      {},
    );
  },
};
