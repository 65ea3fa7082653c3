import { answersOf } from '../../../functions/inquiries/read';
import { parse } from '../../../functions/platform/input/parse';
import { showCount } from '../../../functions/platform/text/count';
import {
  type Consultation,
  TREATMENTS,
  TreatInput,
} from '../../../functions/programme/consultation/consultation';
import { commentsOf, getConsultation, isOpen } from '../../../functions/programme/consultation/read';
import { treatComments } from '../../../functions/programme/consultation/treat';
import { TREATMENT_WORD } from '../../../functions/programme/consultation/words';
import { mayProgramme } from '../../../functions/programme/plans/may';
import type { Page } from '../../env';
import { ConsultationFacts, SaidView } from '../../parts/programme/comments';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Done } from '../../ui/console';
import { Button, defineForm, Field, Radios, versionIn } from '../../ui/form';
import { BelowPlan, idOf, must, toConsultations } from './access';

const options = TREATMENTS.map((value) => ({ value, label: TREATMENT_WORD[value] }));
const outcomeAt = (i: number) => `treatments.${i}.outcome`;
const reasonAt = (i: number) => `treatments.${i}.reason`;

const treatForm = defineForm({
  fields: () => ({ version: { as: 'hidden' } }),
  fill: (one: Consultation) => ({
    version: String(one.version),
    ...Object.fromEntries(
      commentsOf(one).flatMap(({ treated }, i) => [
        [outcomeAt(i), treated?.outcome],
        [reasonAt(i), treated?.reason],
      ]),
    ),
  }),
  page: async (c, form, one) => {
    const comments = commentsOf(one);
    const earlier = (await answersOf(c.get('world'), one.id)).length - 1;
    const edits = mayProgramme(c.get('account')).edit;
    return (
      <BelowPlan
        c={c}
        title={`Góp ý của ${one.bodyName}`}
        back={toConsultations(one.about.planId, one.about.year)}
      >
        <Done
          c={c}
          words={{
            [DONE.treated]: 'Đã ghi cách xử lý các ý kiến của cơ quan.',
            [DONE.answerEntered]: 'Đã ghi góp ý của cơ quan.',
          }}
        />
        <form.Errors />
        <ConsultationFacts of={one} now={c.get('world').now()} />
        <p>
          <a href={routes.consolePlanText(one.about.planId, one.about.text)}>Xem dự thảo đã gửi</a>
        </p>
        <h2>Ý kiến</h2>
        {one.answer ? <SaidView of={one} /> : <p>Chưa có góp ý.</p>}
        {earlier > 0 && (
          <p class="soft">Cơ quan đã thay đổi góp ý {showCount(earlier)} lần; các lần trước vẫn được giữ.</p>
        )}
        {edits && isOpen(one) && (
          <p>
            <a href={routes.consoleConsultation(one.id, '/tra-loi')}>Nhập góp ý qua điện thoại, công văn</a>
          </p>
        )}
        {edits && comments.length > 0 && (
          <>
            <h2>Xử lý ý kiến</h2>
            <form.Post
              class="form"
              action={routes.consoleConsultation(one.id)}
              hidden={form.errors.length > 0 ? { version: String(one.version) } : {}}
            >
              {comments.map(({ row, words }, i) => (
                <div class="card">
                  <Radios
                    form={form}
                    name={outcomeAt(i)}
                    label={`${row ?? 'Toàn văn'}: ${words}`}
                    options={options}
                  />
                  <Field
                    form={form}
                    name={reasonAt(i)}
                    label="Lý do, cách tiếp thu"
                    hint="Cần ghi khi không tiếp thu hoặc chỉ tiếp thu một phần."
                    optional
                  />
                </div>
              ))}
              <Button>Lưu cách xử lý</Button>
            </form.Post>
          </>
        )}
      </BelowPlan>
    );
  },
});

/** One body's comments, and what is done about each. */
export const onePage = {
  get: async (c: Page) => {
    must(c, 'seeComments');
    return treatForm.show(c, await getConsultation(c.get('world'), idOf(c)));
  },
  post: (c: Page) => {
    must(c, 'edit');
    const read = () => getConsultation(c.get('world'), idOf(c));
    return treatForm.handle(
      c,
      async ({ fields }) => {
        const typed: Readonly<Record<string, string | undefined>> = fields;
        const treatments = commentsOf(await read()).map((_, i) => {
          const reason = typed[reasonAt(i)];
          return { comment: i + 1, outcome: typed[outcomeAt(i)], ...(reason && { reason }) };
        });
        await treatComments(
          c.get('world'),
          idOf(c),
          parse(TreatInput, { version: versionIn(fields), treatments }),
        );
        return withQuery(routes.consoleConsultation(idOf(c)), { [QUERY.done]: DONE.treated });
      },
      read,
    );
  },
};
