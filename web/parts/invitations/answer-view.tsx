import type { Child, FC } from 'hono/jsx';
import type { Event } from '../../../functions/events/event/event';
import { oldDateOf, wasAskedAgain } from '../../../functions/events/invitations/answer-deadline';
import type { Invitation } from '../../../functions/events/invitations/invitation';
import { supportLine } from '../../../functions/events/invitations/words';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { capitalised } from '../../../functions/platform/text/text';
import { moment, shortDate } from '../../../functions/platform/time/format-date';
import { copy, type Language } from '../../copy/copy';
import { Vi, viOn } from '../../vietnamese';
import { answerWords } from './answer-words';

export const Row: FC<{ name: string; lang?: 'vi' | undefined; children?: Child }> = ({
  name,
  lang,
  children,
}) => (
  <div>
    <dt>{name}</dt>
    <dd lang={lang}>{children}</dd>
  </div>
);

export const ANSWER_TAG = {
  accepted: 'tag',
  declined: 'tag grey',
  saved: 'tag sun',
  none: 'tag lotus',
} as const;

/** In a word or two, with a colour that only repeats the word; an answer for the old date says so. */
export const AnswerTag: FC<{
  invitation: Pick<Invitation, 'answer' | 'askedAgainAt'>;
  event: Pick<Event, 'startsAt' | 'undated'>;
  language: Language;
}> = ({ invitation, event, language }) => {
  const t = copy(language).invitations;
  const word = invitation.answer?.answer ?? 'none';
  const old = oldDateOf(invitation, event);
  return (
    <>
      <span class={old ? 'tag sun' : ANSWER_TAG[word]}>{t.short[word]}</span>
      {old && <span class="small"> {t.forOldDate(shortDate(old))}</span>}
      {old && wasAskedAgain(invitation) && <span class="small">, {t.askedAgain}</span>}
    </>
  );
};

/** An answer in full, as given. */
export const AnswerView: FC<{
  answer: NonNullable<Invitation['answer']>;
  language: Language;
  byStaff?: boolean;
  /** The numbers are masked: there is nothing to dial. */
  masked?: boolean;
}> = ({ answer, language, byStaff, masked }) => {
  const t = answerWords(language, byStaff);
  const lang = viOn(language);
  return (
    <dl class="summary">
      <Row name={t.answer}>{answer.answer === 'saved' ? t.draftNotSent : t.answers[answer.answer]}</Row>
      {answer.reason && (
        <Row name={t.reason} lang={lang}>
          {answer.reason}
        </Row>
      )}
      {answer.delegates.length > 0 && (
        <Row name={t.delegates}>
          <ol>
            {answer.delegates.map((d) => (
              <li>
                <Vi language={language}>{[d.name, d.position].filter(Boolean).join(', ')}</Vi>
                {d.phone && (
                  <>
                    {' · '}
                    {masked ? (
                      <span class="nowrap">{d.phone}</span>
                    ) : (
                      <a class="nowrap" href={`tel:${dialPhone(d.phone)}`}>
                        {showPhone(d.phone)}
                      </a>
                    )}
                  </>
                )}
              </li>
            ))}
          </ol>
        </Row>
      )}
      {answer.support.length > 0 && (
        <Row name={t.support}>
          <ul>
            {answer.support.map((s) => (
              <li>
                {t.supports[s.kind]}
                {s.detail && (
                  <>
                    {': '}
                    <Vi language={language}>{s.detail}</Vi>
                  </>
                )}
              </li>
            ))}
          </ul>
        </Row>
      )}
      {answer.note && (
        <Row name={t.note} lang={lang}>
          {answer.note}
        </Row>
      )}
      <Row name={answer.answer === 'saved' ? t.savedAt : t.at}>
        {capitalised(moment(answer.at, language))}, {t.through[answer.through]}
      </Row>
    </dl>
  );
};

/** What a body gives, in one line. */
export const supportWords = ({ answer }: Pick<Invitation, 'answer'>, language: Language = 'vi'): string =>
  answer ? supportLine(answer, copy(language).invitations.supports) : '';
