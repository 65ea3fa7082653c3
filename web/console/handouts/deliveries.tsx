import { isCommune } from '../../../functions/directory/units/levels';
import { listUnits } from '../../../functions/directory/units/list';
import { unitLabel } from '../../../functions/directory/units/words';
import { parse } from '../../../functions/platform/input/parse';
import { missing } from '../../../functions/platform/problem/problem';
import { showCount } from '../../../functions/platform/text/count';
import { localDate } from '../../../functions/platform/time/dates';
import { shortDay } from '../../../functions/platform/time/format-date';
import {
  type Handout,
  StrikeInput,
  VersionedDelivery,
  WithdrawInput,
} from '../../../functions/programme/handouts/handout';
import { giveToUnit, strikeDelivery, withdrawHandout } from '../../../functions/programme/handouts/save';
import { countedDeliveries } from '../../../functions/programme/handouts/totals';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, versionIn } from '../../ui/form';
import { AMOUNT, amountIn, DAY_HINT, dayIn } from '../pledges/pledge-form';
import { HandoutPage, idOf, mustHandouts, readOne } from './access';

const toHandout = (c: Page, done: string): string =>
  withQuery(routes.consoleHandout(idOf(c)), { [QUERY.done]: done });

const deliverForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    unitId: { as: 'select', label: 'Xã, phường, thị trấn', empty: 'Chọn' },
    amount: { label: 'Số bản', ...AMOUNT },
    on: { label: 'Ngày nhận', hint: DAY_HINT, date: true },
    receivedBy: { label: 'Người nhận', hint: 'Chức vụ, cơ quan của người nhận; không ghi họ tên.' },
    document: { label: 'Văn bản', hint: 'Danh sách ký nhận, biên bản giao nhận: số và ngày', optional: true },
  }),
  fill: ({ version }: Handout, c) => ({
    version: String(version),
    on: shortDay(localDate(c.get('world').now())),
  }),
  page: async (c, form, handout) => {
    const communes = (await listUnits(c.get('world'))).filter(isCommune);
    return (
      <HandoutPage c={c} title="Cấp về xã" below={handout}>
        <form.Errors />
        <form.Post class="form" action={routes.consoleHandoutAct(handout.id, 'cap-xa')}>
          <form.Field
            name="unitId"
            options={communes.map((unit) => ({ value: unit.id, label: unitLabel(unit) }))}
          />
          <form.Field name="amount" />
          <form.Field name="on" />
          <form.Field name="receivedBy" />
          <form.Field name="document" />
          <Button>Lưu</Button>
        </form.Post>
      </HandoutPage>
    );
  },
});

/** Writes down copies that a commune received. */
export const deliverPage = {
  get: async (c: Page) => {
    mustHandouts(c, 'write');
    return deliverForm.show(c, await readOne(c));
  },
  post: (c: Page) => {
    mustHandouts(c, 'write');
    return deliverForm.handle(
      c,
      async ({ fields }) => {
        const { version, ...input } = parse(VersionedDelivery, {
          version: versionIn(fields),
          unitId: fields.unitId,
          amount: amountIn(fields.amount),
          on: dayIn(fields.on),
          receivedBy: fields.receivedBy,
          document: fields.document,
        });
        await giveToUnit(c.get('world'), { id: idOf(c), version }, input);
        return toHandout(c, DONE.added);
      },
      () => readOne(c),
    );
  },
};

const REASON = {
  version: { as: 'hidden' },
  words: { as: 'text-area', label: 'Lý do', rows: 3 },
} as const;

const withdrawForm = defineForm({
  fields: () => REASON,
  fill: ({ version }: Handout) => ({ version: String(version) }),
  page: (c, form, handout) => (
    <HandoutPage c={c} title="Thôi cấp phát" below={handout}>
      <p>Số đã cấp vẫn được tính. Sau khi thôi cấp phát thì không ghi thêm được.</p>
      <form.Errors />
      <form.Post class="form" action={routes.consoleHandoutAct(handout.id, 'thu-hoi')}>
        <form.Fields />
        <Button kind="warn">Thôi cấp phát</Button>
      </form.Post>
    </HandoutPage>
  ),
});

/** Hands it out no more. */
export const withdrawPage = {
  get: async (c: Page) => {
    mustHandouts(c, 'write');
    return withdrawForm.show(c, await readOne(c));
  },
  post: (c: Page) => {
    mustHandouts(c, 'write');
    return withdrawForm.handle(
      c,
      async ({ fields }) => {
        const { version, words } = parse(WithdrawInput, { version: versionIn(fields), words: fields.words });
        await withdrawHandout(c.get('world'), { id: idOf(c), version }, words);
        return toHandout(c, DONE.withdrawn);
      },
      () => readOne(c),
    );
  },
};

const nthOf = (c: Page): number => Number(c.req.param('n'));

const strikeForm = defineForm({
  fields: () => REASON,
  fill: ({ version }: Handout) => ({ version: String(version) }),
  page: (c, form, handout) => {
    const one = countedDeliveries(handout.deliveries).find(({ n }) => n === nthOf(c));
    if (!one) throw missing('handed-over');
    return (
      <HandoutPage c={c} title="Bỏ lần cấp ghi nhầm" below={handout}>
        <p>
          Lần cấp ngày {shortDay(one.on)}: <strong>{showCount(one.amount)} bản</strong>. Lần cấp đã bỏ không
          còn được tính, nhưng vẫn hiện cùng lý do.
        </p>
        <form.Errors />
        <form.Post class="form" action={routes.consoleDeliveryStrike(handout.id, String(one.n))}>
          <form.Fields />
          <Button kind="warn">Bỏ lần cấp này</Button>
        </form.Post>
      </HandoutPage>
    );
  },
});

/** Strikes out a delivery that was written down by mistake. */
export const strikePage = {
  get: async (c: Page) => {
    mustHandouts(c, 'write');
    return strikeForm.show(c, await readOne(c));
  },
  post: (c: Page) => {
    mustHandouts(c, 'write');
    return strikeForm.handle(
      c,
      async ({ fields }) => {
        const { version, ...strike } = parse(StrikeInput, {
          version: versionIn(fields),
          n: nthOf(c),
          words: fields.words,
        });
        await strikeDelivery(c.get('world'), { id: idOf(c), version }, strike);
        return toHandout(c, DONE.lineRemoved);
      },
      () => readOne(c),
    );
  },
};
