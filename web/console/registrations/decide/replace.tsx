import * as z from 'zod';
import { Particulars } from '../../../../functions/events/person/person-fields';
import { questionsOf } from '../../../../functions/events/person/questions';
import { replace } from '../../../../functions/events/registrations/change/replace';
import { BASES } from '../../../../functions/events/registrations/registration';
import type { Handler } from '../../../env';
import { basisField, basisOptions } from '../../../parts/nominations/nominee';
import { readPlaces } from '../../../parts/registrations/places';
import { PresentQuestion, presentField, presentIn } from '../../../parts/registrations/present';
import { readPerson } from '../../../parts/registrations/read-person';
import { DONE } from '../../../query';
import { Button, defineForm } from '../../../ui/form';
import { mustBeAsShown, type One, oneFor, registrationPath } from '../parts/access';
import { PersonByStaff, personByStaffFields } from '../parts/person-by-staff';
import { DecidePage } from './decide-page';

const StaffReplacement = z.object({
  ...Particulars.shape,
  basis: z.enum(BASES),
  another: z.boolean().default(false),
});

const replaceForm = defineForm({
  fields: (t) => ({
    version: { as: 'custom' },
    ...presentField,
    ...personByStaffFields(t),
    basis: basisField(t),
  }),
  page: async (c, form, one: One) => {
    const { registration: r } = one;
    return (
      <DecidePage
        c={c}
        one={one}
        decision={DONE.replaced}
        title={`Thay ${r.fullName} bằng người khác`}
        form={form}
        submit={<Button>Thay người</Button>}
      >
        <p class="notice">
          {r.status === 'confirmed' ? 'Chỗ' : 'Thứ tự chờ'} của {r.fullName} chuyển ngay cho người thay, không
          qua danh sách chờ.
        </p>
        <PresentQuestion form={form} of={r} />
        <PersonByStaff form={form} places={await readPlaces(c.get('world'))} asked={questionsOf(one.event)}>
          <form.Field name="basis" options={basisOptions(c)} />
        </PersonByStaff>
      </DecidePage>
    );
  },
});

/** The seat, or the place in the queue, passes to another person in one step. */
export const replacePage: { get: Handler; post: Handler } = {
  get: async (c) => replaceForm.show(c, await oneFor(c, 'replace')),
  post: async (c) => {
    const { registration } = await oneFor(c, 'replace', true);
    const { id, nominationId } = registration;
    return replaceForm.handle(
      c,
      async ({ fields }) => {
        const world = c.get('world');
        mustBeAsShown(registration, 'replace', fields);
        const { basis, another, ...person } = readPerson(
          StaffReplacement,
          fields,
          await readPlaces(world, undefined, fields),
          {
            basis: fields.basis,
            another: fields.another === 'on',
          },
        );
        const substitute = await replace(world, id, person, {
          basis,
          another,
          ...presentIn(fields),
          channel: nominationId ? 'nomination' : 'phone',
          ...(nominationId && { nominationId }),
          ...(basis !== 'person' && { attestedBy: world.db.actor }),
        });
        return registrationPath(substitute.id, DONE.replaced);
      },
      () => oneFor(c, 'replace'),
    );
  },
};
