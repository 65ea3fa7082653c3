import { parse } from '../../../functions/platform/input/parse';
import {
  enterConsultation,
  readConsultation,
  type WithText,
} from '../../../functions/programme/consultation/answer';
import { EnteredConsultationSaid } from '../../../functions/programme/consultation/consultation';
import type { Page } from '../../env';
import { throughField } from '../../parts/inquiries/through';
import { SaidQuestions, saidFields, saidOf, saidTyped, saidValues } from '../../parts/programme/comments';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, versionIn } from '../../ui/form';
import { BelowPlan, idOf, must } from './access';

const enterForm = defineForm({
  fields: () => ({
    through: throughField('Cơ quan góp ý bằng cách nào?'),
    ...saidFields(),
  }),
  fill: ({ consultation }: WithText) => saidValues(consultation),
  again: saidTyped,
  page: (c, form, { consultation: one, text }) => (
    <BelowPlan
      c={c}
      title="Nhập góp ý của cơ quan"
      back={{ href: routes.consoleConsultation(one.id), label: `Góp ý của ${one.bodyName}` }}
    >
      <form.Errors />
      <form.Post
        class="form"
        enter="Lưu góp ý"
        action={routes.consoleConsultation(one.id, '/tra-loi')}
        hidden={form.errors.length > 0 ? { version: String(one.version) } : {}}
      >
        <form.Field name="through" />
        <SaidQuestions form={form} text={text} />
        <Button>Lưu góp ý</Button>
      </form.Post>
    </BelowPlan>
  ),
});

/** The organizer enters comments that came by phone or letter. */
export const enterPage = {
  get: async (c: Page) => {
    must(c, 'edit');
    return enterForm.show(c, await readConsultation(c.get('world'), idOf(c)));
  },
  post: (c: Page) => {
    must(c, 'edit');
    const read = () => readConsultation(c.get('world'), idOf(c));
    return enterForm.handle(
      c,
      async (posted) => {
        if (posted.moreRows) return enterForm.showAgain(c, posted, await read());
        const { version, through, ...said } = parse(EnteredConsultationSaid, {
          ...saidOf(posted),
          through: posted.fields.through,
          version: versionIn(posted.fields),
        });
        await enterConsultation(c.get('world'), idOf(c), { version, through }, said);
        return withQuery(routes.consoleConsultation(idOf(c)), { [QUERY.done]: DONE.answerEntered });
      },
      read,
    );
  },
};
