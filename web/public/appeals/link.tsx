import { parse } from '../../../functions/platform/input/parse';
import { answerAppeal, openAppeal } from '../../../functions/programme/appeals/answer';
import { AppealSaid, type Asked } from '../../../functions/programme/appeals/appeal';
import { askedState } from '../../../functions/programme/appeals/words';
import type { Page } from '../../env';
import {
  AppealFacts,
  SaidQuestions,
  SaidView,
  saidFields,
  saidOf,
  saidValues,
} from '../../parts/appeals/answer';
import { LinkPage } from '../../parts/inquiries/link-page';
import { lateWords, STATE_TAG } from '../../parts/inquiries/state';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { defineForm, versionIn } from '../../ui/form';

const tokenOf = (c: Page): string => c.req.param('token') ?? '';

const answerForm = defineForm({
  fields: saidFields,
  fill: saidValues,
  page: (c, form, asked: Asked) => (
    <LinkPage
      c={c}
      form={form}
      inquiry={asked}
      state={<span class={STATE_TAG[asked.status]}>{askedState(asked)}</span>}
      action={routes.appeal(tokenOf(c))}
      noun="trả lời"
      until="trả lời được ghi nhận"
      questions={<SaidQuestions form={form} asked={asked} />}
    >
      <AppealFacts asked={asked} late={lateWords(asked, c.get('world').now())} />
      {asked.answer && (
        <>
          <h2>Trả lời của quý cơ quan</h2>
          <SaidView asked={asked} />
        </>
      )}
      {asked.endWords && <p>{asked.endWords}</p>}
    </LinkPage>
  ),
});

/** The personal link of a call for support: reading it, answering, changing the answer. */
export const linkPage = {
  get: async (c: Page) => answerForm.show(c, await openAppeal(c.get('world'), tokenOf(c))),
  post: (c: Page) =>
    answerForm.handle(
      c,
      async (posted) => {
        const said = parse(AppealSaid, saidOf(posted));
        await answerAppeal(c.get('world'), tokenOf(c), { version: versionIn(posted.fields), said });
        return withQuery(routes.appeal(tokenOf(c)), { [QUERY.sent]: true });
      },
      () => openAppeal(c.get('world'), tokenOf(c)),
    ),
};
