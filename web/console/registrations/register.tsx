import * as z from 'zod';
import { getEvent } from '../../../functions/events/event/get';
import { Particulars } from '../../../functions/events/person/person-fields';
import { questionsOf } from '../../../functions/events/person/questions';
import { mustTakePlace } from '../../../functions/events/registrations/eligibility';
import {
  registerByStaff,
  StaffRegisterInput,
} from '../../../functions/events/registrations/register/register-by-staff';
import { BASES } from '../../../functions/events/registrations/registration';
import { newToken } from '../../../functions/platform/keys/ids';
import type { Handler } from '../../env';
import { basisField, basisOptions } from '../../parts/nominations/nominee';
import { personFields } from '../../parts/registrations/person';
import { readPlaces } from '../../parts/registrations/places';
import { readPerson } from '../../parts/registrations/read-person';
import { DONE } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, defineForm, valueAt } from '../../ui/form';
import { Island } from '../../ui/island';
import { idOf, registrationPath, rightsOver } from './parts/access';
import { PersonByStaff, personByStaffFields } from './parts/person-by-staff';

/** Here the basis is required; the API has a default. */
const ByPhone = z.object({
  ...Particulars.shape,
  basis: z.enum(BASES),
  another: z.boolean().default(false),
  online: z.boolean().optional(),
  nonce: StaffRegisterInput.shape.nonce,
});

const registerForm = defineForm({
  fields: (t) => ({
    nonce: { as: 'hidden' },
    ...personByStaffFields(t),
    online: personFields(t, 'other').online,
    basis: basisField(t),
  }),
  page: async (c, form) => {
    const world = c.get('world');
    await rightsOver(c, 'register');
    const event = await getEvent(world, idOf(c));
    // Said before the form is filled in, not after.
    mustTakePlace(event, world.now());
    const places = await readPlaces(world);
    const full = event.seats.size > 0 && event.seats.held >= event.seats.size;
    return (
      <ConsolePage
        c={c}
        title="Đăng ký qua điện thoại"
        at={routes.consoleEvents()}
        back={{ href: routes.consoleRegistrations(event.id), label: `Người đăng ký: ${event.title}` }}
      >
        <div class="form">
          <form.Errors />
          {full && <p class="notice">Lớp đang hết chỗ: người này được ghi vào danh sách chờ.</p>}
          <form.Post
            action={routes.consoleRegister(event.id)}
            hidden={{ nonce: valueAt(form, 'nonce') || newToken() }}
          >
            {event.mode === 'both' && <form.Field name="online" />}
            <PersonByStaff form={form} places={places} asked={questionsOf(event)}>
              <form.Field name="basis" options={basisOptions(c)} />
            </PersonByStaff>
            <Button>Đăng ký</Button>
          </form.Post>
        </div>
        <Island name="form" />
      </ConsolePage>
    );
  },
});

/** The organizer registers a person who calls. */
export const registerPage: { get: Handler; post: Handler } = {
  get: (c) => registerForm.show(c),
  post: async (c) => {
    await rightsOver(c, 'register');
    return registerForm.handle(c, async ({ fields }) => {
      const world = c.get('world');
      const input = readPerson(ByPhone, fields, await readPlaces(world, undefined, fields), {
        basis: fields.basis,
        another: fields.another === 'on',
        nonce: fields.nonce,
        ...(fields.online && { online: fields.online === 'yes' }),
      });
      const { registration } = await registerByStaff(world, idOf(c), input);
      return registrationPath(registration.id, DONE.registered);
    });
  },
};
