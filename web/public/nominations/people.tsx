import type { FC } from 'hono/jsx';
import type { NominationView } from '../../../functions/events/nominations/read';
import { isNamed } from '../../../functions/events/registrations/nominees';
import type { Nominee } from '../../../functions/events/registrations/registration';
import { showCode } from '../../../functions/platform/keys/ids';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { STATUS_TAG } from '../../parts/registrations/status';
import { routes } from '../../routes';
import { here } from '../../ui/layout';
import { Say, Vi, viOn } from '../../vietnamese';
import { tokenOf } from './frame';

const Person: FC<{ c: Page; view: NominationView; r: Nominee }> = ({ c, view, r }) => {
  const language = c.get('language');
  const { nominations: t, person } = copy(language);
  const token = tokenOf(c);
  const online = view.event.mode === 'both' && r.online && person.online;
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
        {view.may.replace && (
          <>
            <a href={here(c, routes.nominationReplace(token, r.id))}>
              {t.replace}
              {whose}
            </a>
            {' · '}
          </>
        )}
        <a href={here(c, routes.nominationSlip(token, r.id))}>
          {t.slip}
          {whose}
        </a>
        {view.may.cancel && (
          <>
            {' · '}
            <a href={here(c, routes.nominationWithdraw(token, r.id))}>
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

/** The people whom the link named: those who come, and folded away those taken off or replaced. */
export const PeopleNamed: FC<{ c: Page; view: NominationView }> = ({ c, view }) => {
  const t = copy(c.get('language')).nominations;
  const coming = view.people.filter(isNamed);
  const gone = view.people.filter((r) => !isNamed(r));
  return (
    <section>
      <h2 id="danh-sach">{t.people(coming.length)}</h2>
      {coming.length === 0 ? (
        <p class="empty">{t.nobody}</p>
      ) : (
        <>
          <ul class="plain-list">
            {coming.map((r) => (
              <Person c={c} view={view} r={r} />
            ))}
          </ul>
          <p>
            <a class="btn plain" href={here(c, routes.nominationSlips(tokenOf(c)))}>
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
                <WhyGone c={c} people={view.people} r={r} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};
