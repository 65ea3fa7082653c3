import type { FC } from 'hono/jsx';
import type { Question } from '../../../../functions/events/person/person-fields';
import { hasLeft } from '../../../../functions/events/registrations/registration';
import { invalid } from '../../../../functions/platform/problem/problem';
import { showPhone } from '../../../../functions/platform/text/phone';
import { copy } from '../../../copy/copy';
import type { Page } from '../../../env';
import type { Places } from '../../../parts/registrations/places';
import { personValues } from '../../../parts/registrations/read-person';
import { QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import type { Fields, Posted, Values } from '../../../ui/form';
import { here } from '../../../ui/layout';
import { type Own, ownOf } from '../own/own';

/** The field that names the registration from which a form takes what is known of the person. */
export const KNOWN = 'known';

/** The reader's own registration, by the proof in the form where the browser keeps no cookies. */
export const ownIn = (c: Page, typed: Values): Promise<Own | undefined> =>
  ownOf(c, [typed[QUERY.proof]].flat()[0]);

/**
 * The person of another event that this browser has proved to be its own: what is known of them is not asked again. On
 * the same event there is nothing to spare: they are registered, or it is another person's turn.
 */
export const knownPerson = (
  c: Page,
  own: Own | undefined,
  { typed, places }: { typed: Values; places: Places },
): Own | undefined => {
  if (!own || own.registration.eventId === c.req.param('id')) return undefined;
  const isShown =
    c.req.method === 'POST'
      ? typed[KNOWN] === own.registration.id
      : c.req.query(QUERY.otherPerson) === undefined;
  if (!isShown) return undefined;
  return hasLeft(own.registration) || !hasPlace(own, places) ? undefined : own;
};

/** What an event asks that is not on file. */
export const unknownQuestions = (asked: readonly Question[], { registration }: Own): Question[] =>
  asked.filter((name) => registration[name] === undefined);

/** Whether the unit or body on file can still be chosen. */
const hasPlace = ({ registration: { bodyId, unitId } }: Own, { units, bodies }: Places): boolean =>
  bodyId ? bodies.some(({ id }) => id === bodyId) : units.some(({ id }) => id === unitId);

/** Says which person the form is for, with the way to a form for another person. */
export const KnownPerson: FC<{ c: Page; own: Own; eventId: string }> = ({ c, own, eventId }) => {
  const t = copy(c.get('language')).registrations;
  const { registration: r, carried } = own;
  return (
    <section class="card">
      <p>
        {t.knownFor} <strong>{r.fullName}</strong>
        <br />
        <span class="soft">{[showPhone(r.phone), r.bodyName ?? r.unitName].filter(Boolean).join(' · ')}</span>
      </p>
      <p>
        <a class="tap" href={withQuery(here(c, routes.register(eventId)), { [QUERY.otherPerson]: true })}>
          {t.knownOther}
        </a>
      </p>
      <input type="hidden" name={KNOWN} value={r.id} />
      {carried && <input type="hidden" name={QUERY.proof} value={carried} />}
    </section>
  );
};

/**
 * What was sent, together with what is known of the person.
 * @throws Problem invalid `known-over` where the browser can no longer show that the registration is its own
 */
export const withKnown = <Name extends string>(
  c: Page,
  own: Own | undefined,
  { posted, places }: { posted: Posted<Name>; places: Places },
): Posted<Name> => {
  const { [KNOWN]: named, [QUERY.proof]: _proof, ...typed } = posted.typed;
  if (!named) return posted;
  const person = knownPerson(c, own, { typed: posted.typed, places });
  if (!person) throw invalid('fullName', 'known-over');
  const known = personValues(person.registration, places);
  const filled = (values: Values) => Object.entries(values).filter(([, value]) => value);
  const whole = Object.fromEntries([...filled(known), ...filled(typed)]);
  return { ...posted, typed: whole, fields: whole as Fields<Name> };
};
