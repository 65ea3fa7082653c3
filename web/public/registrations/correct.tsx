import { Particulars } from '../../../functions/events/person/person-fields';
import { questionsOf } from '../../../functions/events/person/questions';
import { correct } from '../../../functions/events/registrations/change/correct';
import { correctOwnEverywhere } from '../../../functions/privacy/person/correct-everywhere';
import { copy } from '../../copy/copy';
import { personFields } from '../../parts/registrations/person';
import { PersonQuestions } from '../../parts/registrations/person-questions';
import { readPlaces } from '../../parts/registrations/places';
import { personValues, readPerson } from '../../parts/registrations/read-person';
import { DONE } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, versionIn } from '../../ui/form';
import { Island } from '../../ui/island';
import { here, PublicPage } from '../../ui/layout';
import { contactOf, Details, type Own, ofOwn, ownPath, reviewedPath } from './own/own';
import { ofShown, ShownRegistration } from './own/shown';
import { mayChange } from './ticket';

/** In a form: the same mistake in the person's other registrations, too. */
const EVERYWHERE = 'everywhere';

const correctForm = defineForm({
  fields: (t) => ({
    version: { as: 'hidden' },
    ...personFields(t, 'self'),
    [EVERYWHERE]: { as: 'tick', label: t.registrations.correctEverywhere },
  }),
  fill: async ({ registration }: Own, c) => ({
    ...personValues(registration, await readPlaces(c.get('world'), registration)),
    version: String(registration.version),
  }),
  page: async (c, form, own) => {
    const { registration, event } = own;
    const t = copy(c.get('language')).registrations;
    if (!mayChange(registration, event, c.get('world').now())) return c.redirect(reviewedPath(c, own), 303);
    const places = await readPlaces(c.get('world'), registration);
    const changed = form.errors.some((e) => e.code === 'registration-changed');
    // The page shows what changed: a form to look at again, like any other mistake.
    if (changed) c.status(422);
    return (
      <PublicPage c={c} title={t.correctTitle} contact={contactOf(event)} form={form} personal>
        <a class="back tap" href={ownPath(c, own, routes.reviewed())}>
          ‹ {t.reviewed}
        </a>
        <div class="form">
          <h1>{t.correctTitle}</h1>
          <form.Errors />
          {changed && <Details c={c} {...own} />}
          {/* The page shows the newest registration: sending the form again means that it was seen. */}
          <form.Post
            action={here(c, routes.correct())}
            hidden={changed ? { version: String(registration.version) } : {}}
          >
            <ShownRegistration of={own} />
            <PersonQuestions
              form={form}
              places={places}
              asked={questionsOf(event)}
              beside={0}
              khmer={c.get('world').settings.khmerQuestion}
            />
            <form.Field name={EVERYWHERE} />
            <Button>{t.saveChanges}</Button>
          </form.Post>
        </div>
        <Island name="form" />
      </PublicPage>
    );
  },
});

/** The person corrects what is on file about them. */
export const correctPage = {
  get: ofOwn((c, own) => correctForm.show(c, own)),
  post: ofShown((c, own) =>
    correctForm.handle(
      c,
      async ({ fields }) => {
        const world = c.get('world');
        const { registration, event } = own;
        if (!mayChange(registration, event, world.now())) return reviewedPath(c, own);
        const particulars = readPerson(Particulars, fields, await readPlaces(world, registration, fields));
        const correctIt = fields[EVERYWHERE] === 'on' ? correctOwnEverywhere : correct;
        await correctIt(world, registration, particulars, versionIn(fields));
        return reviewedPath(c, own, DONE.corrected);
      },
      own,
    ),
  ),
};
