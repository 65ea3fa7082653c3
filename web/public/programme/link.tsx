import { parse } from '../../../functions/platform/input/parse';
import {
  answerConsultation,
  openConsultation,
  type WithText,
} from '../../../functions/programme/consultation/answer';
import { ConsultationSaid } from '../../../functions/programme/consultation/consultation';
import { isOpen } from '../../../functions/programme/consultation/read';
import type { Page } from '../../env';
import {
  ConsultationFacts,
  SaidQuestions,
  SaidView,
  saidFields,
  saidOf,
  saidTyped,
  saidValues,
} from '../../parts/programme/comments';
import { PlanContentView } from '../../parts/programme/plan-content';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { Button, defineForm, versionIn } from '../../ui/form';
import { Island } from '../../ui/island';
import { PublicPage } from '../../ui/layout';

const tokenOf = (c: Page): string => c.req.param('token') ?? '';

const answerForm = defineForm({
  fields: saidFields,
  fill: ({ consultation }: WithText) => saidValues(consultation),
  again: saidTyped,
  page: (c, form, { consultation, text }) => {
    const open = isOpen(consultation);
    keepNever(c);
    return (
      <PublicPage c={c} title={consultation.title} form={open && form} personal bilingual={false}>
        <form.Errors />
        <p class="soft">Dự thảo để lấy ý kiến</p>
        <h1>{consultation.title}</h1>
        {c.req.query(QUERY.sent) !== undefined && (
          <p role="status" class="notice">
            Đã gửi góp ý. Quý cơ quan có thể thay đổi tại trang này cho đến khi kế hoạch được ban hành.
          </p>
        )}
        <ConsultationFacts of={consultation} now={c.get('world').now()} />
        {open && (
          <p>
            <a class="btn plain" href="#gop-y">
              {consultation.answer ? 'Xem, thay đổi góp ý' : 'Đến phần góp ý'}
            </a>
          </p>
        )}
        <PlanContentView content={text} />
        {consultation.answer && (
          <>
            <h2 id="gop-y">Góp ý của quý cơ quan</h2>
            <SaidView of={consultation} />
          </>
        )}
        {open && (
          <>
            <h2 id={consultation.answer ? undefined : 'gop-y'}>
              {consultation.answer ? 'Thay đổi góp ý' : 'Góp ý'}
            </h2>
            {/* The page shows the newest answer: sending the form again means that it was seen. */}
            <form.Post
              class="form"
              action={routes.consultation(tokenOf(c))}
              hidden={form.errors.length > 0 ? { version: String(consultation.version) } : {}}
            >
              <SaidQuestions form={form} text={text} />
              <Button>Gửi góp ý</Button>
            </form.Post>
          </>
        )}
        <p class="soft small">
          Đường dẫn này dành riêng cho quý cơ quan, vui lòng không chuyển cho người ngoài.
        </p>
        <Island name="form" />
      </PublicPage>
    );
  },
});

/** The personal link of a consultation: reading the draft, commenting, changing the comments. */
export const linkPage = {
  get: async (c: Page) => answerForm.show(c, await openConsultation(c.get('world'), tokenOf(c))),
  post: (c: Page) => {
    const read = () => openConsultation(c.get('world'), tokenOf(c));
    return answerForm.handle(
      c,
      async (posted) => {
        if (posted.moreRows) return answerForm.showAgain(c, posted, await read());
        const said = parse(ConsultationSaid, saidOf(posted));
        await answerConsultation(c.get('world'), tokenOf(c), versionIn(posted.fields), said);
        return withQuery(routes.consultation(tokenOf(c)), { [QUERY.sent]: true });
      },
      read,
    );
  },
};
