import { parse } from '../../../functions/platform/input/parse';
import { localDate } from '../../../functions/platform/time/dates';
import { shortDay } from '../../../functions/platform/time/format-date';
import { receivePledge } from '../../../functions/programme/pledges/change';
import { type Pledge, VersionedReceipt } from '../../../functions/programme/pledges/pledge';
import { expectedOf } from '../../../functions/programme/pledges/received';
import { showAmount } from '../../../functions/programme/pledges/words';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, versionIn } from '../../ui/form';
import { idOf, mustEdit, PledgePage, readOne } from './access';
import { AMOUNT, amountIn, DAY_HINT, dayIn } from './pledge-form';

const receiveForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    on: { label: 'Ngày nhận', hint: DAY_HINT, date: true },
    amount: { label: 'Số tiền (đồng) hoặc số lượng', ...AMOUNT },
    document: { label: 'Chứng từ', hint: 'Phiếu thu, biên bản giao nhận: số và ngày', optional: true },
    receivedBy: { label: 'Nơi nhận', hint: 'Chức vụ, cơ quan của người nhận; không ghi họ tên.' },
    note: { label: 'Ghi chú', hint: 'Cần ghi khi nhận nhiều hơn cam kết.', optional: true },
  }),
  fill: ({ version }: Pledge, c) => ({
    version: String(version),
    on: shortDay(localDate(c.get('world').now())),
  }),
  page: (c, form, pledge) => (
    <PledgePage c={c} title="Ghi lần nhận" below={pledge}>
      <p>
        {pledge.bodyName}: {pledge.words}. Còn chờ nhận{' '}
        <strong>{showAmount(expectedOf(pledge), pledge)}</strong>.
      </p>
      <form.Errors />
      <form.Post class="form" action={routes.consolePledgeAct(pledge.id, 'nhan')}>
        <form.Fields />
        <Button>Lưu</Button>
      </form.Post>
    </PledgePage>
  ),
});

/** Writes down a part that was received. */
export const receivePage = {
  get: async (c: Page) => {
    mustEdit(c);
    return receiveForm.show(c, await readOne(c));
  },
  post: (c: Page) => {
    mustEdit(c);
    const id = idOf(c);
    return receiveForm.handle(
      c,
      async ({ fields }) => {
        const { version, ...receipt } = parse(VersionedReceipt, {
          version: versionIn(fields),
          on: dayIn(fields.on),
          amount: amountIn(fields.amount),
          document: fields.document,
          receivedBy: fields.receivedBy,
          note: fields.note,
        });
        await receivePledge(c.get('world'), { id, version }, receipt);
        return withQuery(routes.consolePledge(id), { [QUERY.done]: DONE.added });
      },
      () => readOne(c),
    );
  },
};
