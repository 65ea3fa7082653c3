import { answerInvitation } from '../../../functions/events/invitations/answer';
import { wasAskedAgain } from '../../../functions/events/invitations/answer-deadline';
import { AnswerByLink, AnswerInput } from '../../../functions/events/invitations/invitation';
import type { Readable, ReadInvitation } from '../../../functions/events/invitations/read';
import { parse } from '../../../functions/platform/input/parse';
import { invalid, Problem } from '../../../functions/platform/problem/problem';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { titleIn } from '../../parts/events/event-words';
import {
  AnswerQuestions,
  answerFields,
  answerTyped,
  answerValues,
  isAnswered,
  readAnswer,
  rowsAskedFor,
} from '../../parts/invitations/answer';
import { AnswerTag, AnswerView } from '../../parts/invitations/answer-view';
import { BUTTON, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { Button, defineForm, versionIn } from '../../ui/form';
import { Island } from '../../ui/island';
import { here, PublicPage } from '../../ui/layout';
import { Answering, Invited, LetterSent, MovedSince, Others, State } from './link-parts';
import { invitationOf, openLink, proofOf, tokenOf } from './opened';
import { orRevoked } from './revoked';

const answerForm = defineForm({
  fields: answerFields,
  fill: (shown: ReadInvitation) => answerValues(shown.invitation),
  again: answerTyped,
  page: (c, form, shown) => {
    const language = c.get('language');
    const t = copy(language).invitations;
    const { invitation, event, open, others } = shown;
    const contact = { name: event.contactName, phone: event.contactPhone };
    const { title, lang } = titleIn(event, language);
    const refused = form.errors.length > 0;
    const answered = isAnswered(invitation);
    keepNever(c);
    return (
      <PublicPage c={c} title={t.title(title)} contact={contact} form={open && form} personal>
        <form.Errors />
        <p>
          <span class="tag sky">{t.tag}</span>{' '}
          <AnswerTag invitation={invitation} event={event} language={language} />
        </p>
        <h1 lang={lang}>{title}</h1>
        <State shown={shown} c={c} />
        <MovedSince
          shown={shown}
          c={c}
          confirm={
            open && (
              <form method="post" action={here(c, routes.invitationAnswer(tokenOf(c), invitation.id))}>
                <input type="hidden" name="version" value={String(invitation.version)} />
                <Button name={BUTTON.sameAnswer} value="1">
                  {invitation.answer?.answer === 'accepted' ? t.confirmYes : t.confirmNo}
                </Button>
              </form>
            )
          }
        />
        <Invited shown={shown} c={c} />
        <LetterSent shown={shown} c={c} />
        {invitation.answer && (
          <>
            <h2 id={answered ? 'tra-loi' : undefined}>{answered ? t.yours : t.draft}</h2>
            <AnswerView answer={invitation.answer} language={language} masked />
          </>
        )}
        {open && (
          <>
            {!answered && <h2 id="tra-loi">{t.answerThis}</h2>}
            <Answering
              collapsed={answered && !refused && !rowsAskedFor(form) && !wasAskedAgain(invitation)}
              label={t.change}
            >
              {/* The page shows the newest answer: sending the form again means that it was seen. */}
              <form.Post
                class="form"
                action={here(c, routes.invitationAnswer(tokenOf(c), invitation.id))}
                hidden={refused ? { version: String(invitation.version) } : {}}
              >
                <AnswerQuestions form={form} invitation={invitation} />
                <Button>{answered ? t.send : t.sendOrSave}</Button>
              </form.Post>
            </Answering>
          </>
        )}
        <Others c={c} others={others} />
        <p class="soft small">{t.keepPrivate}</p>
        <Island name="form" />
      </PublicPage>
    );
  },
});

const show = orRevoked(async (c) => answerForm.show(c, await openLink(c)));

/** The page of a personal link, with the invitation that the link was made for. */
export const linkPage = show;

/** The answer that the body gave for the old date; the version in the form says that it is the one that was shown. */
const sameAnswer = ({ invitation: { answer } }: Readable): AnswerInput => {
  if (!answer) throw invalid('answer', 'answer-required');
  return parse(AnswerInput, {
    answer: answer.answer,
    reason: answer.reason,
    delegates: answer.delegates,
    support: answer.support,
    note: answer.note,
  });
};

const TOO_LATE = ['invitation-closed', 'invitation-event-cancelled'];

/** The same page at the address that answers, and answering. */
export const answerPage = {
  get: show,
  post: orRevoked((c: Page) =>
    answerForm.handle(
      c,
      async (posted) => {
        if (posted.moreRows) return answerForm.showAgain(c, posted, await openLink(c));
        const proof = proofOf(c);
        try {
          const answer =
            BUTTON.sameAnswer in posted.typed
              ? sameAnswer(await invitationOf(c))
              : readAnswer(posted, AnswerByLink);
          await answerInvitation(c.get('world'), proof, versionIn(posted.fields), answer);
        } catch (error) {
          if (!(error instanceof Problem) || !TOO_LATE.includes(error.code)) throw error;
          // The page says that it is too late, and still shows the answer in force.
          c.status(410);
          return answerForm.show(c, await openLink(c));
        }
        const { token, id } = proof;
        return withQuery(here(c, routes.invitationAnswer(token, id)), { [QUERY.sent]: true });
      },
      () => openLink(c),
    ),
  ),
};
