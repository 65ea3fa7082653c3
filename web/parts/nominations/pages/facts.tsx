import type { FC } from 'hono/jsx';
import type { NominationView } from '../../../../functions/events/nominations/read';
import type { Nominee } from '../../../../functions/events/registrations/registration';
import { showCode } from '../../../../functions/platform/keys/ids';
import { dialPhone, showPhone } from '../../../../functions/platform/text/phone';
import { copy } from '../../../copy/copy';
import type { Page } from '../../../env';
import { NOMINATED } from '../../../query';
import { Say, Vi, viOn } from '../../../vietnamese';
import { officialUntil, officialWhen } from '../../events/event-words';
import { Place } from '../../events/place';

export const Facts: FC<{ c: Page; desk: NominationView }> = ({ c, desk: { event, nomination } }) => {
  const language = c.get('language');
  const { nominations: t, events } = copy(language);
  return (
    <dl class="summary">
      <div>
        <dt>{t.when}</dt>
        <dd>{event.undated ? events.postponedThen : officialWhen(event, language)}</dd>
      </div>
      <div>
        <dt>{t.where}</dt>
        <dd>
          <Place event={event} language={language} />
        </dd>
      </div>
      {event.audience && (
        <div>
          <dt>{t.audience}</dt>
          <dd lang={viOn(language)}>{event.audience}</dd>
        </div>
      )}
      <div>
        <dt>{t.until}</dt>
        <dd>
          <strong>{event.undated ? t.untilLater : officialUntil(nomination.deadline, language)}</strong>
        </dd>
      </div>
      <div>
        <dt>{t.ask}</dt>
        <dd>
          <Vi language={language}>{event.contactName}</Vi>:{' '}
          <a class="tap" href={`tel:${dialPhone(event.contactPhone)}`}>
            <span class="nowrap">{showPhone(event.contactPhone)}</span>
          </a>
        </dd>
      </div>
    </dl>
  );
};

/** What was just done. The ids in the address count only if they belong to this list. */
export const Done: FC<{ c: Page; desk: NominationView }> = ({ c, desk }) => {
  const t = copy(c.get('language')).nominations;
  const person = (query: string, wordsFor: (r: Nominee) => (name: string) => string) => {
    const r = desk.people.find(({ id }) => id === c.req.query(query));
    return (
      r && (
        <Say language={c.get('language')} words={wordsFor(r)}>
          {r.fullName}
        </Say>
      )
    );
  };
  const words =
    person(
      NOMINATED.named,
      ({ code }) =>
        (name) =>
          t.named(name, showCode(code)),
    ) ??
    person(
      NOMINATED.replaced,
      ({ code }) =>
        (name) =>
          t.replaced(name, showCode(code)),
    ) ??
    person(
      NOMINATED.seated,
      ({ code }) =>
        (name) =>
          t.seated(name, showCode(code)),
    ) ??
    person(NOMINATED.corrected, () => t.corrected) ??
    person(NOMINATED.reserved, () => t.reserved) ??
    person(NOMINATED.takenOff, () => t.takenOff) ??
    person(NOMINATED.withdrawn, () => t.withdrawn) ??
    person(NOMINATED.told, () => t.told) ??
    person(NOMINATED.notReached, () => t.notReached) ??
    // The person may have left this list meanwhile: moved to another class by the organizer.
    (c.req.query(NOMINATED.told) || c.req.query(NOMINATED.notReached) ? t.ticked : undefined);
  return words ? (
    <p class="notice" role="status">
      {words}
    </p>
  ) : null;
};
