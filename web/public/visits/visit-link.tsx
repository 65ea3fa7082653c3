import { parse } from '../../../functions/platform/input/parse';
import { confirmVisit, openVisit } from '../../../functions/visits/answer';
import { stateOf } from '../../../functions/visits/list';
import { Confirmed, type Visit } from '../../../functions/visits/visit';
import type { Page } from '../../env';
import {
  Confirmation,
  confirmedOf,
  confirmFields,
  confirmValues,
  VISIT_TAG,
  VISIT_WORD,
  VisitFacts,
} from '../../parts/visits/visit';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { Button, defineForm, versionIn } from '../../ui/form';
import { Island } from '../../ui/island';
import { PublicPage } from '../../ui/layout';

const tokenOf = (c: Page): string => c.req.param('token') ?? '';

const confirmForm = defineForm({
  fields: confirmFields,
  fill: confirmValues,
  page: (c, form, visit: Visit) => {
    const open = visit.status === 'asked' || visit.status === 'answered';
    const state = stateOf(visit, c.get('world').now());
    const refused = form.errors.length > 0;
    keepNever(c);
    return (
      <PublicPage c={c} title={visit.title} form={open && form} personal bilingual={false}>
        <form.Errors />
        <p>
          <span class={VISIT_TAG[state]}>{VISIT_WORD[state]}</span>
        </p>
        <h1>{visit.title}</h1>
        {c.req.query(QUERY.sent) !== undefined && (
          <p role="status" class="note good">
            Đã gửi trả lời. Quý cơ quan có thể thay đổi tại trang này cho đến khi có kết luận.
          </p>
        )}
        <VisitFacts visit={visit} />
        <h2>Nội dung cần chuẩn bị</h2>
        <ol>
          {visit.about.checklist.map(({ words }) => (
            <li>{words}</li>
          ))}
        </ol>
        {visit.endWords && (
          <>
            <h2>Kết luận</h2>
            <p class="prose">{visit.endWords}</p>
          </>
        )}
        {visit.answer && (
          <>
            <h2>Trả lời của quý cơ quan</h2>
            <Confirmation answer={visit.answer} />
          </>
        )}
        {open && (
          <>
            <h2>{visit.status === 'answered' ? 'Thay đổi trả lời' : 'Trả lời'}</h2>
            <form.Post
              class="form"
              action={routes.visit(tokenOf(c))}
              hidden={refused ? { version: String(visit.version) } : {}}
            >
              <form.Fields />
              <Button>Gửi trả lời</Button>
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

/** The personal link of a visit: reading the notice, confirming it, reading the conclusion. */
export const visitLinkPage = {
  get: async (c: Page) => confirmForm.show(c, await openVisit(c.get('world'), tokenOf(c))),
  post: (c: Page) =>
    confirmForm.handle(
      c,
      async ({ fields }) => {
        const said = parse(Confirmed, confirmedOf(fields));
        await confirmVisit(c.get('world'), tokenOf(c), { version: versionIn(fields), said });
        return withQuery(routes.visit(tokenOf(c)), { [QUERY.sent]: true });
      },
      () => openVisit(c.get('world'), tokenOf(c)),
    ),
};
