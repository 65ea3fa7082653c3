import { correct } from '../../../functions/events/registrations/change/correct';
import { Particulars } from '../../../functions/events/registrations/person-fields';

import { copy } from '../../copy/copy';
import type { Page, Pages } from '../../env';
import {
  atFormFields,
  fieldsOf,
  PersonFields,
  readPerson,
  readPlaces,
} from '../../parts/registrations/person-fields';
import { routes } from '../../routes';
import { Button, ErrorSummary, type FormState, freshForm } from '../../ui/form';
import { Island } from '../../ui/island';
import { here, PublicPage } from '../../ui/layout';
import { orShowAgain, readForm, versionIn } from '../../ui/read-form';
import { contactOf, Details, type Own, ofOwn, toReviewed } from './own';
import { mayChange } from './ticket';

const showCorrection = async (c: Page, { registration, event }: Own, typed?: FormState) => {
  const t = copy(c.get('language')).registrations;
  const places = await readPlaces(c.get('world'));
  if (!mayChange(registration, event, c.get('world').now())) return toReviewed(c);
  const form = typed ?? freshForm(c.get('language'), fieldsOf(registration, places.units));
  if (typed) c.status(422);
  // Once they have seen what stands now, saving again means it.
  const changed = form.errors.some((e) => e.code === 'registration-changed');
  const seen = changed ? registration.version : (form.values.version ?? registration.version);
  return c.html(
    <PublicPage c={c} title={t.correctTitle} contact={contactOf(event)} personal>
      <a class="back tap" href={here(c, routes.reviewed())}>
        ‹ {t.reviewed}
      </a>
      <div class="form">
        <h1>{t.correctTitle}</h1>
        <ErrorSummary form={form} />
        {changed && <Details c={c} registration={registration} event={event} />}
        <form method="post" action={here(c, routes.correct())} novalidate>
          <input type="hidden" name="version" value={String(seen)} />
          <PersonFields form={form} places={places} />
          <Button>{t.saveChanges}</Button>
        </form>
      </div>
      <Island name="form" />
    </PublicPage>,
  );
};

const saveCorrection = ofOwn(async (c, found) => {
  const world = c.get('world');
  const { registration } = found;
  if (!mayChange(registration, found.event, world.now())) return toReviewed(c);
  const { fields, typed } = await readForm(c);
  return orShowAgain(
    { language: c.get('language'), values: typed, errors: [] },
    async () => {
      const particulars = readPerson(Particulars, fields, await readPlaces(world), {
        // Answers to an event's own questions are not on this form, and stay.
        answers: registration.answers,
      });
      const { id, code, phone } = registration;
      await atFormFields(() => correct(world, { id, code, phone }, particulars, versionIn(fields)));
      return toReviewed(c, 'sua');
    },
    (again) => showCorrection(c, found, again),
  );
});

export const correctPages: Pages = (app) => {
  app.get(
    routes.correct(),
    ofOwn((c, found) => showCorrection(c, found)),
  );
  app.post(routes.correct(), saveCorrection);
};
