import { parse } from '../../../functions/platform/input/parse';
import { newToken } from '../../../functions/platform/keys/ids';
import { typedDate } from '../../../functions/platform/time/typed';
import { listPlans } from '../../../functions/programme/plans/list';
import { createPeriod } from '../../../functions/reports/create-period';
import { KNOWN_FIGURES, PeriodInput } from '../../../functions/reports/report';
import { FIGURE_WORD } from '../../../functions/reports/words';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, type FieldSpec, valueAt } from '../../ui/form';
import { BelowReports, mustReports } from './access';

const ticks = Object.fromEntries(
  KNOWN_FIGURES.map((key): [string, FieldSpec] => [
    key,
    { as: 'tick', value: 'on', label: FIGURE_WORD[key] },
  ]),
);

const periodForm = defineForm({
  fields: (): Record<string, FieldSpec> => ({
    nonce: { as: 'hidden' },
    planId: { as: 'select', label: 'Kế hoạch', empty: 'Chọn kế hoạch', errorsOf: ['bodyIds'] },
    title: { label: 'Tên báo cáo', hint: 'Ví dụ: Báo cáo kết quả thực hiện Kế hoạch năm 2027' },
    dueOn: {
      label: 'Hạn nộp (hết ngày)',
      hint: 'Ngày cuối cùng được nộp. “Trước ngày 18/11” thì ghi 17/11. Ngày/tháng/năm, ví dụ 17/11/2027',
      date: true,
    },
    ...ticks,
    ownColumns: {
      as: 'text-area',
      label: 'Số liệu khác cần báo cáo',
      hint: 'Mỗi dòng một số liệu, nhiều nhất 8 dòng.',
      rows: 4,
      optional: true,
    },
  }),
  fill: () => Object.fromEntries(KNOWN_FIGURES.map((key) => [key, 'on'])),
  page: async (c, form) => {
    const plans = await listPlans(c.get('world'));
    return (
      <BelowReports c={c} title="Yêu cầu báo cáo">
        <form.Errors />
        <p>
          Mọi cơ quan chủ trì hoặc phối hợp thực hiện một nhiệm vụ của kế hoạch nhận thư với đường dẫn riêng,
          được nhắc trước hạn và sau hạn cho đến khi nộp.
        </p>
        <form.Post
          class="form"
          action={routes.consoleNewPeriod()}
          hidden={{ nonce: valueAt(form, 'nonce') || newToken() }}
        >
          <form.Field
            name="planId"
            options={plans.map(({ id, title, year }) => ({ value: id, label: `${year}: ${title}` }))}
          />
          <form.Field name="title" />
          <form.Field name="dueOn" />
          <fieldset>
            <legend>Số liệu cần báo cáo</legend>
            {KNOWN_FIGURES.map((key) => (
              <form.Field name={key} />
            ))}
          </fieldset>
          <form.Field name="ownColumns" />
          <Button>Yêu cầu báo cáo</Button>
        </form.Post>
      </BelowReports>
    );
  },
});

/** Asks every body with a task in a plan for its report. */
export const newPeriodPage = {
  get: (c: Page) => {
    mustReports(c, 'write');
    return periodForm.show(c);
  },
  post: (c: Page) => {
    mustReports(c, 'write');
    return periodForm.handle(c, async ({ fields }) => {
      const { planId, title, dueOn, nonce, ownColumns = '' } = fields;
      const own = ownColumns.split('\n').map((line) => line.trim());
      const input = parse(PeriodInput, {
        planId,
        title,
        ...(dueOn && { dueOn: typedDate(dueOn) }),
        columns: KNOWN_FIGURES.filter((key) => fields[key] === 'on'),
        ownColumns: own.filter(Boolean),
        nonce,
      });
      const [first] = await createPeriod(c.get('world'), input);
      return withQuery(routes.consoleReports(), {
        [QUERY.done]: DONE.created,
        [QUERY.shown]: first?.about.periodId,
      });
    });
  },
};
