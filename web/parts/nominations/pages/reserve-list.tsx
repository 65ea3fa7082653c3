import type { FC } from 'hono/jsx';
import { isReserve } from '../../../../functions/events/registrations/nominees';
import type { Nominee } from '../../../../functions/events/registrations/registration';
import { dialPhone, showPhone } from '../../../../functions/platform/text/phone';
import { copy } from '../../../copy/copy';
import type { Page } from '../../../env';
import { Say, Vi, viOn } from '../../../vietnamese';
import type { Desk } from '../desk';

const ReservePerson: FC<{ c: Page; desk: Desk; r: Nominee }> = ({ c, desk, r }) => {
  const language = c.get('language');
  const t = copy(language).nominations;
  const { paths, may, left } = desk;
  const whose = (
    <span class="hidden-label">
      <Say language={language} words={t.forPerson}>
        {r.fullName}
      </Say>
    </span>
  );
  return (
    <li>
      <strong lang={viOn(language)}>{r.fullName}</strong>
      {', '}
      <a class="tap" href={`tel:${dialPhone(r.phone)}`}>
        {showPhone(r.phone)}
      </a>
      <br />
      <span class="soft">
        <Vi language={language}>
          {[r.position, r.teamName, r.bodyName ?? r.unitName].filter(Boolean).join(' · ')}
        </Vi>
      </span>
      {may.replace && left > 0 && (
        <form method="post" action={paths.seat(r.id)} class="actions">
          <button type="submit" class="btn">
            {t.seat}
            {whose}
          </button>
        </form>
      )}
      <p class="steps">
        {may.correct && paths.correct && (
          <>
            <a href={paths.correct(r.id)}>
              {t.correct}
              {whose}
            </a>
            {' · '}
          </>
        )}
        {may.cancel && (
          <a href={paths.withdraw(r.id)}>
            {t.takeOff}
            {whose}
          </a>
        )}
      </p>
    </li>
  );
};

/** The people beyond the quota in their order, and the way to name one more while the quota is full. */
export const Reserve: FC<{ c: Page; desk: Desk }> = ({ c, desk }) => {
  const t = copy(c.get('language')).nominations;
  const people = desk.people.filter(isReserve);
  const takes = desk.may.name && desk.left === 0;
  if (people.length === 0 && !takes) return null;
  return (
    <section>
      <h2 id="du-bi">{t.reserve(people.length)}</h2>
      <p>{t.reserveLead}</p>
      {people.length > 0 && (
        <ol>
          {people.map((r) => (
            <ReservePerson c={c} desk={desk} r={r} />
          ))}
        </ol>
      )}
      {takes && (
        <p>
          <a class="btn plain" href={desk.paths.reserve}>
            {t.reserveTitle}
          </a>
        </p>
      )}
    </section>
  );
};
