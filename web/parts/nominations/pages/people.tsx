import type { FC } from 'hono/jsx';
import { isNamed, isReserve } from '../../../../functions/events/registrations/nominees';
import type { Nominee } from '../../../../functions/events/registrations/registration';
import { showCode } from '../../../../functions/platform/keys/ids';
import { dialPhone, showPhone } from '../../../../functions/platform/text/phone';
import { copy } from '../../../copy/copy';
import type { Page } from '../../../env';
import { Say, Vi, viOn } from '../../../vietnamese';
import { STATUS_TAG } from '../../registrations/status';
import type { Desk } from '../desk';

const Person: FC<{ c: Page; desk: Desk; r: Nominee }> = ({ c, desk, r }) => {
  const language = c.get('language');
  const { nominations: t, person } = copy(language);
  const online = desk.event.mode === 'both' && r.online && person.online;
  const whose = (
    <span class="hidden-label">
      <Say language={language} words={t.forPerson}>
        {r.fullName}
      </Say>
    </span>
  );
  return (
    <li class="card">
      <p>
        <strong lang={viOn(language)}>{r.fullName}</strong>{' '}
        <span class={STATUS_TAG[r.status]}>{t.statuses[r.status]}</span>
        <br />
        <span class="soft">
          <Vi language={language}>
            {[r.position, r.teamName, r.bodyName ?? r.unitName].filter(Boolean).join(' · ')}
          </Vi>
          {online && ` · ${online}`}
        </span>
        <br />
        <a class="tap" href={`tel:${dialPhone(r.phone)}`}>
          {showPhone(r.phone)}
        </a>
        {' · '}
        {t.code} <strong class="num nowrap">{showCode(r.code)}</strong>
      </p>
      <p class="steps">
        {desk.may.correct && desk.paths.correct && (
          <>
            <a href={desk.paths.correct(r.id)}>
              {t.correct}
              {whose}
            </a>
            {' · '}
          </>
        )}
        {desk.may.replace && (
          <>
            <a href={desk.paths.replace(r.id)}>
              {t.replace}
              {whose}
            </a>
            {' · '}
          </>
        )}
        <a href={desk.paths.slip(r.id)}>
          {t.slip}
          {whose}
        </a>
        {desk.may.cancel && (
          <>
            {' · '}
            <a href={desk.paths.withdraw(r.id)}>
              {t.takeOff}
              {whose}
            </a>
          </>
        )}
      </p>
    </li>
  );
};

/** Why a person is no longer on the list. */
const WhyGone: FC<{ c: Page; people: readonly Nominee[]; r: Nominee }> = ({ c, people, r }) => {
  const language = c.get('language');
  const t = copy(language).nominations;
  const substitute = people.find((p) => p.id === r.replacedBy);
  if (substitute)
    return (
      <Say language={language} words={t.replacedBy}>
        {substitute.fullName}
      </Say>
    );
  if (r.how === 'self') return <>{t.selfWithdrew}</>;
  if (r.reason) return <Vi language={language}>{r.reason}</Vi>;
  return <>{t.statuses[r.status]}</>;
};

/** The people who were named: those who come, and folded away those taken off or replaced. */
export const PeopleNamed: FC<{ c: Page; desk: Desk }> = ({ c, desk }) => {
  const t = copy(c.get('language')).nominations;
  const coming = desk.people.filter(isNamed);
  const gone = desk.people.filter((r) => !isNamed(r) && !isReserve(r));
  return (
    <section>
      <h2 id="danh-sach">{t.people(coming.length)}</h2>
      {coming.length === 0 ? (
        <p class="empty">{t.nobody}</p>
      ) : (
        <>
          <ul class="plain-list">
            {coming.map((r) => (
              <Person c={c} desk={desk} r={r} />
            ))}
          </ul>
          <p>
            <a class="btn plain" href={desk.paths.slips}>
              {t.slips}
            </a>
          </p>
        </>
      )}
      {gone.length > 0 && (
        <details>
          <summary>{t.gone(gone.length)}</summary>
          <ul>
            {gone.map((r) => (
              <li>
                <Vi language={c.get('language')}>{r.fullName}</Vi>:{' '}
                <WhyGone c={c} people={desk.people} r={r} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};
