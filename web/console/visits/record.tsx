import { parse } from '../../../functions/platform/input/parse';
import { newToken } from '../../../functions/platform/keys/ids';
import { typedDate } from '../../../functions/platform/time/typed';
import { FindingInput } from '../../../functions/visits/finding';
import { recordFinding } from '../../../functions/visits/record';
import type { Visit } from '../../../functions/visits/visit';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, valueAt } from '../../ui/form';
import { Island } from '../../ui/island';
import { BelowVisits, idOf, mustWrite, readVisit, toVisit } from './access';
import { KeptHere } from './kept-here';

const recordForm = defineForm({
  fields: () => ({
    key: { as: 'hidden' },
    title: { label: 'Tên gọi ngắn', hint: 'Ví dụ: Sổ theo dõi chưa ghi đủ' },
    words: {
      as: 'text-area',
      label: 'Nội dung cần khắc phục',
      hint: 'Không ghi tên các bên tranh chấp.',
      rows: 4,
    },
    evidence: {
      as: 'text-area',
      label: 'Căn cứ',
      hint: 'Hồ sơ, sổ sách đã xem, điều đã thấy.',
      rows: 2,
      optional: true,
    },
    dueOn: {
      label: 'Hạn giải trình (hết ngày)',
      hint: 'Ngày cuối cùng. Ngày/tháng/năm, ví dụ 15/10/2027',
      date: true,
    },
  }),
  page: (c, form, visit: Visit) => (
    <BelowVisits c={c} title={`Ghi nội dung cần khắc phục: ${visit.about.unitName}`} back={toVisit(visit)}>
      <form.Errors />
      <KeptHere done={routes.consoleVisit(visit.id)} />
      <form.Post
        class="form"
        action={routes.consoleVisitAct(visit.id, 'noi-dung')}
        hidden={{ key: valueAt(form, 'key') || newToken() }}
      >
        <form.Fields />
        <p class="soft small">Đơn vị nhận thư có đường dẫn riêng để giải trình ngay sau khi ghi.</p>
        <Button>Ghi và đề nghị giải trình</Button>
      </form.Post>
      <Island name="keep" />
    </BelowVisits>
  ),
});

/** Records a finding: for a phone in the village. A form that is sent twice records one. */
export const recordPage = {
  get: async (c: Page) => {
    await mustWrite(c);
    return recordForm.show(c, await readVisit(c));
  },
  post: async (c: Page) => {
    await mustWrite(c);
    return recordForm.handle(
      c,
      async ({ fields: { dueOn, ...rest } }) => {
        const input = parse(FindingInput, { ...rest, ...(dueOn && { dueOn: typedDate(dueOn) }) });
        await recordFinding(c.get('world'), idOf(c), input);
        return withQuery(routes.consoleVisit(idOf(c)), { [QUERY.done]: DONE.added });
      },
      () => readVisit(c),
    );
  },
};
