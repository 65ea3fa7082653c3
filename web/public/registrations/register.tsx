import { RegisterInput, register } from '../../../functions/events/registrations/register/register';
import { newToken } from '../../../functions/platform/keys/ids';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { takesNames } from '../../parts/events/event-state';
import { personFields } from '../../parts/registrations/person';
import { PersonQuestions } from '../../parts/registrations/person-questions';
import { readPlaces } from '../../parts/registrations/places';
import { readPerson } from '../../parts/registrations/read-person';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { Button, defineForm } from '../../ui/form';
import { Island } from '../../ui/island';
import { here } from '../../ui/layout';
import { publicEvent } from '../events/public-event';
import { AboutEvent } from './about-event';
import { giveProof } from './proof';
import { closedPage, refusalPage, stateOf } from './register-refused';

const registerForm = defineForm({
  fields: (t) => ({
    nonce: { as: 'hidden' },
    ...personFields(t, 'self'),
    consent: { as: 'tick' },
    // Sent by the page that asks whether it is another person.
    another: { as: 'custom' },
  }),
  fill: () => ({ online: 'no' }),
  page: async (c, form) => {
    const world = c.get('world');
    const { event, room } = await publicEvent(world, c.req.param('id')!);
    const t = copy(c.get('language')).registrations;
    const state = stateOf(c, event, room);
    keepNever(c);
    if (!takesNames(state)) return closedPage(c, event, state, form.errors.length ? 409 : 200);
    const full = state === 'full';
    const title = full ? t.waitTitle : t.title;
    return (
      <AboutEvent c={c} event={event} title={title}>
        <div class="form">
          <h1>{title}</h1>
          <form.Errors />
          {full && <p class="notice">{t.waitNote(event.seats.waiting)}</p>}
          {event.approval && <p class="notice">{t.approvalNote}</p>}
          <form.Post
            action={here(c, routes.register(event.id))}
            hidden={{ nonce: String(form.values.nonce ?? newToken()) }}
          >
            <PersonQuestions form={form} places={await readPlaces(world)} />
            {event.mode === 'both' && <form.Field name="online" />}
            <form.Field
              name="consent"
              label={
                <>
                  {t.consent(world.settings.department.name)}{' '}
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

/** Registering for an event. */
export const registerPage = {
  get: (c: Page) => registerForm.show(c),
  post: (c: Page) =>
    registerForm.handle(c, async ({ fields, typed }) => {
      const world = c.get('world');
      const input = readPerson(RegisterInput, fields, await readPlaces(world), {
        consent: fields.consent === 'on',
        ...(fields.online && { online: fields.online === 'yes' }),
        another: fields.another === 'yes',
        ...(fields.nonce && { nonce: fields.nonce }),
      });
      try {
        const { registration } = await register(world, c.req.param('id')!, input);
        giveProof(c, registration.id);
        return here(c, routes.registered());
      } catch (error) {
        return refusalPage(c, error, typed);
      }
    }),
};
