import { questionsOf } from '../../../../functions/events/person/questions';
import { nonceHash } from '../../../../functions/events/registrations/register/entry';
import { justRegistered } from '../../../../functions/events/registrations/register/just-registered';
import { RegisterInput, register } from '../../../../functions/events/registrations/register/register';
import { isSimilarName } from '../../../../functions/events/registrations/register/similar-name';
import { isSameSecret } from '../../../../functions/platform/keys/is-same-secret';
import { copy } from '../../../copy/copy';
import type { Page } from '../../../env';
import { takesNames } from '../../../parts/events/event-state';
import { personFields } from '../../../parts/registrations/person';
import { PersonQuestions, QuestionLines } from '../../../parts/registrations/person-questions';
import { readPlaces } from '../../../parts/registrations/places';
import { readPerson } from '../../../parts/registrations/read-person';
import { QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { keepForBack, keepNever } from '../../../ui/cache';
import { Button, defineForm, type Posted } from '../../../ui/form';
import { Island } from '../../../ui/island';
import { here } from '../../../ui/layout';
import { Say } from '../../../vietnamese';
import { publicEvent } from '../../events/public-event';
import { formNonce, keepsCookies } from '../own/kept-nonce';
import type { Own } from '../own/own';
import { giveProof } from '../own/proof';
import { AboutEvent } from './about-event';
import { FullHallNote, HallOrOnline } from './hall-or-online';
import { KNOWN, KnownPerson, knownPerson, ownIn, unknownQuestions, withKnown } from './known-person';
import { OwnAtOnce } from './own-at-once';
import { closedPage, refusalPage, stateOf } from './register-refused';
import { type Asked, askWhichPerson } from './which-person';

const registerForm = defineForm({
  fields: (t) => ({
    nonce: { as: 'hidden' },
    ...personFields(t, 'self'),
    consent: { as: 'tick' },
    // Sent by the page that asks whether it is another person.
    another: { as: 'custom' },
    // Sent by the page that says that many registered from here.
    work: { as: 'custom' },
    unconfirmed: { as: 'custom' },
    [KNOWN]: { as: 'custom' },
    [QUERY.proof]: { as: 'custom' },
  }),
  page: async (c, form) => {
    const world = c.get('world');
    const { event, room } = await publicEvent(world, c.req.param('id')!);
    const t = copy(c.get('language')).registrations;
    const state = stateOf(c, event, room);
    if (c.req.method === 'GET') keepForBack(c);
    else keepNever(c);
    if (!takesNames(state)) return closedPage(c, event, state, form.errors.length ? 409 : 200);
    const full = state === 'full';
    const title = full ? t.waitTitle : t.title;
    const places = await readPlaces(world);
    const own = await ownIn(c, form.values);
    const known = knownPerson(c, own, { typed: form.values, places });
    const asked = questionsOf(event);
    const khmer = world.settings.khmerQuestion;
    return (
      <AboutEvent c={c} event={event} title={title} form={form}>
        <div class="form">
          <h1>{title}</h1>
          <form.Errors />
          {full && <p class="notice">{t.waitNote(event.seats.waiting)}</p>}
          {!full && <FullHallNote c={c} event={event} room={room} />}
          <OwnAtOnce c={c} own={own} event={event} />
          {event.approval && <p class="notice">{t.approvalNote}</p>}
          <form.Post
            action={withQuery(here(c, routes.register(event.id)), { [QUERY.sending]: true })}
            hidden={{ nonce: String(form.values.nonce ?? formNonce(c, event.id)) }}
          >
            {known ? (
              <>
                <KnownPerson c={c} own={known} eventId={event.id} />
                <QuestionLines form={form} asked={unknownQuestions(asked, known)} khmer={khmer} />
              </>
            ) : (
              <>
                <p>
                  <a
                    class="tap"
                    href={withQuery(here(c, routes.review()), {
                      [QUERY.back]: here(c, routes.register(event.id)),
                    })}
                  >
                    {t.useCode}
                  </a>
                </p>
                <PersonQuestions
                  form={form}
                  places={places}
                  asked={asked}
                  beside={event.mode === 'both' ? 2 : 1}
                  khmer={khmer}
                />
              </>
            )}
            {event.mode === 'both' && <HallOrOnline form={form} event={event} room={room} />}
            <form.Field
              name="consent"
              label={
                <>
                  <Say language={form.language} words={t.consent}>
                    {world.settings.department.name}
                  </Say>{' '}
                  <a href={here(c, routes.privacy())}>{t.rights}</a>
                </>
              }
            />
            <Button>{full ? t.submitWait : t.submit}</Button>
          </form.Post>
        </div>
        <Island name="form" />
      </AboutEvent>
    );
  },
});

/** The registration that is asked about, if the reader proved that it is theirs: by the cookie, or by the form. */
const ownAmong = (c: Page, meant: Own, own: Own | undefined, nonce: string | undefined): Own | undefined => {
  if (meant.registration.id === own?.registration.id) return own;
  if (!nonce || !isSameSecret(meant.registration.nonce ?? '', nonceHash(nonce))) return undefined;
  const proof = giveProof(c, meant.registration);
  return { ...meant, carried: keepsCookies(c) ? undefined : proof };
};

/**
 * Registers, or asks first where a slip may have been mended.
 * @param proven the registration that this browser has just made or opened, of this event or another
 */
const enter = async (c: Page, sent: Posted<string>, proven: Own | undefined): Promise<string | Response> => {
  const world = c.get('world');
  const eventId = c.req.param('id')!;
  const places = await readPlaces(world, undefined, sent.fields);
  const posted = withKnown(c, proven, { posted: sent, places });
  const own = proven?.registration.eventId === eventId ? proven : undefined;
  const { fields } = posted;
  const another = fields.another === 'yes';
  const input = readPerson(RegisterInput, fields, places, {
    consent: fields.consent === 'on',
    ...(fields.online && { online: fields.online === 'yes' }),
    another,
    ...(fields.nonce && { nonce: fields.nonce }),
    ...(fields.work && { work: fields.work }),
    ...(fields.unconfirmed === 'yes' && { unconfirmed: true }),
  });
  const asked: Asked = {
    posted,
    own: own && isSimilarName(own.registration.fullName, input.fullName) ? own : undefined,
  };
  try {
    const meant = another ? undefined : await justRegistered(world, eventId, input, own?.registration);
    if (meant) {
      const { event } = await publicEvent(world, eventId);
      return askWhichPerson(c, event, {
        posted,
        own: ownAmong(c, { registration: meant, event }, own, fields.nonce),
      });
    }
    const { registration } = await register(world, eventId, input, own?.registration.id);
    const proof = giveProof(c, registration);
    return withQuery(here(c, routes.registered()), { [QUERY.proof]: keepsCookies(c) ? undefined : proof });
  } catch (error) {
    return refusalPage(c, error, asked);
  }
};

/** Registering for an event. */
export const registerPage = {
  get: (c: Page) => registerForm.show(c),
  post: (c: Page) => registerForm.handle(c, async (posted) => enter(c, posted, await ownIn(c, posted.typed))),
};
