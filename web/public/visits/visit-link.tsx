import type { FC } from 'hono/jsx';
import { parse } from '../../../functions/platform/input/parse';
import { confirmVisit, openVisit } from '../../../functions/visits/answer';
import { stateOf } from '../../../functions/visits/list';
import { Confirmed, type Visit } from '../../../functions/visits/visit';
import type { Page } from '../../env';
import { LinkPage } from '../../parts/inquiries/link-page';
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
import { defineForm, versionIn } from '../../ui/form';

const tokenOf = (c: Page): string => c.req.param('token') ?? '';

const VisitState: FC<{ visit: Visit; now: number }> = ({ visit, now }) => {
  const state = stateOf(visit, now);
  return <span class={VISIT_TAG[state]}>{VISIT_WORD[state]}</span>;
};

const confirmForm = defineForm({
  fields: confirmFields,
  fill: confirmValues,
  page: (c, form, visit: Visit) => (
    <LinkPage
      c={c}
      form={form}
      inquiry={visit}
      state={<VisitState visit={visit} now={c.get('world').now()} />}
      action={routes.visit(tokenOf(c))}
      noun="trả lời"
      until="có kết luận"
      questions={<form.Fields />}
    >
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
    </LinkPage>
  ),
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
