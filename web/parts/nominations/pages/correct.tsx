import {
  correctNominee,
  NomineeCorrection,
} from '../../../../functions/events/nominations/nominees/change-nominee';
import { QUESTIONS } from '../../../../functions/events/person/person-fields';
import { getRegistration } from '../../../../functions/events/registrations/find';
import type { Registration } from '../../../../functions/events/registrations/registration';
import { copy } from '../../../copy/copy';
import { NOMINATED } from '../../../query';
import { Button, defineForm, valueAt, versionIn } from '../../../ui/form';
import { Say } from '../../../vietnamese';
import { personFields } from '../../registrations/person';
import { OtherPersonQuestions } from '../../registrations/person-questions';
import { readPlaces } from '../../registrations/places';
import { personValues, readPerson } from '../../registrations/read-person';
import { type Behind, type Desk, listPath, personOf } from '../desk';
import { CommuneQuestion, placeIn } from '../nominee';

interface Subject extends Desk {
  registration: Registration;
}

const correctForm = defineForm({
  fields: (t) => {
    const { districtId: _district, bodyId: _body, ...person } = personFields(t, 'other');
    return {
      version: { as: 'hidden' },
      ...person,
      communeId: { ...person.communeId, errorsOf: ['unitId', 'districtId'] },
    };
  },
  fill: async ({ registration }: Subject, c) => ({
    ...personValues(registration, await readPlaces(c.get('world'), registration)),
    version: String(registration.version),
  }),
  page: async (c, form, desk) => {
    const t = copy(c.get('language')).nominations;
    const { registration: r } = desk;
    const changed = form.errors.some((e) => e.code === 'registration-changed');
    // The page shows the newest record: sending the form again means that it was seen.
    if (changed) c.status(422);
    const version = changed || !valueAt(form, 'version') ? String(r.version) : valueAt(form, 'version')!;
    return (
      <desk.Frame
        c={c}
        desk={desk}
        title={t.correctTitle(r.fullName)}
        heading={
          <Say language={form.language} words={t.correctTitle}>
            {r.fullName}
          </Say>
        }
        above={<form.Errors />}
        form={form}
        narrow
      >
        <p class="notice">{t.correctNot}</p>
        <form.Post action={desk.paths.correct!(r.id)} hidden={{ version }}>
          <OtherPersonQuestions form={form} asked={QUESTIONS}>
            <CommuneQuestion
              form={form}
              nomination={desk.nomination}
              places={await readPlaces(c.get('world'), r)}
            />
          </OtherPersonQuestions>
          <p class="actions">
            <Button>{t.correctSubmit}</Button>
            <a class="btn plain" href={listPath(desk)}>
              {t.back}
            </a>
          </p>
        </form.Post>
      </desk.Frame>
    );
  },
});

const subjectOf = async (desk: Desk, id: string): Promise<Subject> => ({
  ...desk,
  registration: await getRegistration(desk.hands.world, id),
});

/** The officer corrects what is on file of a nominee. */
export const correctPage = (behind: Behind) => ({
  get: behind(async (c, desk) => correctForm.show(c, await subjectOf(desk, personOf(c, desk).id))),
  post: behind((c, desk) => {
    const { id } = personOf(c, desk);
    return correctForm.handle(
      c,
      async ({ fields }) => {
        const { world, filling } = desk.hands;
        const { registration } = await subjectOf(desk, id);
        const places = await readPlaces(world, registration, fields);
        const { version: _version, communeId: _commune, ...typed } = fields;
        const said = { ...typed, ...placeIn(fields, places, desk.nomination) };
        const correction = readPerson(NomineeCorrection, said, places, { version: versionIn(fields) });
        await correctNominee(world, filling, id, correction);
        return listPath(desk, { [NOMINATED.corrected]: id });
      },
      () => subjectOf(desk, id),
    );
  }),
});
