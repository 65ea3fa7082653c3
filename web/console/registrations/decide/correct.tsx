import { Particulars, QUESTIONS } from '../../../../functions/events/person/person-fields';
import { correctByStaff } from '../../../../functions/events/registrations/change/correct';
import { showCount } from '../../../../functions/platform/text/count';
import { correctEverywhere, countOthers } from '../../../../functions/privacy/person/correct-everywhere';
import type { Handler } from '../../../env';
import { readPlaces } from '../../../parts/registrations/places';
import { personValues, readPerson } from '../../../parts/registrations/read-person';
import { DONE, QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { Button, Checkbox, defineForm, valueAt, versionIn } from '../../../ui/form';
import { type One, oneFor, registrationPath } from '../parts/access';
import { Facts } from '../parts/facts';
import { PersonByStaff, personByStaffFields } from '../parts/person-by-staff';
import { DecidePage } from './decide-page';

const EVERYWHERE = 'everywhere';

const correctForm = defineForm({
  fields: (t) => ({
    version: { as: 'hidden' },
    ...personByStaffFields(t),
    [EVERYWHERE]: { as: 'custom' },
  }),
  fill: async ({ registration }: One, c) => ({
    ...personValues(registration, await readPlaces(c.get('world'), registration)),
    version: String(registration.version),
  }),
  page: async (c, form, one) => {
    const { registration: r } = one;
    const world = c.get('world');
    const others = await countOthers(world, r);
    const changed = form.errors.some((e) => e.code === 'registration-changed');
    // The page shows what changed: a form to look at again, like any other mistake.
    if (changed) c.status(422);
    return (
      <DecidePage
        c={c}
        one={one}
        decision={DONE.corrected}
        title={`Sửa thông tin của ${r.fullName}`}
        form={form}
        // The page shows the newest registration: sending the form again means that it was seen.
        hidden={changed || !valueAt(form, 'version') ? { version: String(r.version) } : {}}
        submit={<Button>Lưu</Button>}
      >
        {changed && <Facts {...one} />}
        <PersonByStaff form={form} places={await readPlaces(world, r)} asked={QUESTIONS} />
        {others > 0 && (
          <Checkbox
            form={form}
            name={EVERYWHERE}
            label={`Sửa cả ở ${showCount(others)} lớp khác của người này, nơi cũng ghi sai như vậy`}
          />
        )}
      </DecidePage>
    );
  },
});

/** The organizer corrects what is on file about a person. */
export const correctPage: { get: Handler; post: Handler } = {
  get: async (c) => correctForm.show(c, await oneFor(c, 'correct')),
  post: async (c) => {
    const { registration } = await oneFor(c, 'correct');
    const { id } = registration;
    return correctForm.handle(
      c,
      async ({ fields }) => {
        const world = c.get('world');
        const particulars = readPerson(Particulars, fields, await readPlaces(world, registration, fields));
        if (fields[EVERYWHERE] !== 'on') {
          await correctByStaff(world, id, particulars, versionIn(fields));
          return registrationPath(id, DONE.corrected);
        }
        const { also, left } = await correctEverywhere(world, id, particulars, versionIn(fields));
        return withQuery(routes.consoleRegistration(id), {
          [QUERY.done]: DONE.correctedEverywhere,
          [QUERY.count]: String(also),
          [QUERY.leftOut]: left ? String(left) : undefined,
        });
      },
      () => oneFor(c, 'correct'),
    );
  },
};
