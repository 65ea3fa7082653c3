import { parse } from '../../../functions/platform/input/parse';
import { missing } from '../../../functions/platform/problem/problem';
import { shortDay } from '../../../functions/platform/time/format-date';
import { strikeReceipt, withdrawPledge } from '../../../functions/programme/pledges/change';
import { type Pledge, StrikeInput, WithdrawInput } from '../../../functions/programme/pledges/pledge';
import { counted } from '../../../functions/programme/pledges/received';
import { showAmount } from '../../../functions/programme/pledges/words';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, versionIn } from '../../ui/form';
import { idOf, mustEdit, PledgePage, readOne } from './access';

const FIELDS = {
  version: { as: 'hidden' },
  words: { as: 'text-area', label: 'Lý do', rows: 3 },
} as const;

const withdrawForm = defineForm({
  fields: () => FIELDS,
  fill: ({ version }: Pledge) => ({ version: String(version) }),
  page: (c, form, pledge) => (
    <PledgePage c={c} title="Cam kết không còn thực hiện" below={pledge}>
      <p>Phần đã nhận vẫn được tính. Phần còn lại không chờ nhận nữa.</p>
      <form.Errors />
      <form.Post class="form" action={routes.consolePledgeAct(pledge.id, 'rut')}>
        <form.Fields />
        <Button kind="warn">Ghi không còn thực hiện</Button>
      </form.Post>
    </PledgePage>
  ),
});

/** Expects nothing more of a pledge. */
export const withdrawPage = {
  get: async (c: Page) => {
    mustEdit(c);
    return withdrawForm.show(c, await readOne(c));
  },
  post: (c: Page) => {
    mustEdit(c);
    const id = idOf(c);
    return withdrawForm.handle(
      c,
      async ({ fields }) => {
        const { version, words } = parse(WithdrawInput, { version: versionIn(fields), words: fields.words });
        await withdrawPledge(c.get('world'), { id, version }, words);
        return withQuery(routes.consolePledge(id), { [QUERY.done]: DONE.withdrawn });
      },
      () => readOne(c),
    );
  },
};

const nthOf = (c: Page): number => Number(c.req.param('n'));

const strikeForm = defineForm({
  fields: () => FIELDS,
  fill: ({ version }: Pledge) => ({ version: String(version) }),
  page: (c, form, pledge) => {
    const receipt = counted(pledge.receipts).find(({ n }) => n === nthOf(c));
    if (!receipt) throw missing('receipt');
    return (
      <PledgePage c={c} title="Bỏ lần nhận ghi nhầm" below={pledge}>
        <p>
          Lần nhận ngày {shortDay(receipt.on)}: <strong>{showAmount(receipt.amount, pledge)}</strong>. Lần
          nhận đã bỏ không còn được tính, nhưng vẫn hiện cùng lý do.
        </p>
        <form.Errors />
        <form.Post class="form" action={routes.consoleReceiptStrike(pledge.id, String(receipt.n))}>
          <form.Fields />
          <Button kind="warn">Bỏ lần nhận này</Button>
        </form.Post>
      </PledgePage>
    );
  },
});

/** Strikes out a part that was written down by mistake. */
export const strikePage = {
  get: async (c: Page) => {
    mustEdit(c);
    return strikeForm.show(c, await readOne(c));
  },
  post: (c: Page) => {
    mustEdit(c);
    const id = idOf(c);
    return strikeForm.handle(
      c,
      async ({ fields }) => {
        const { version, ...strike } = parse(StrikeInput, {
          version: versionIn(fields),
          n: nthOf(c),
          words: fields.words,
        });
        await strikeReceipt(c.get('world'), { id, version }, strike);
        return withQuery(routes.consolePledge(id), { [QUERY.done]: DONE.lineRemoved });
      },
      () => readOne(c),
    );
  },
};
