import * as z from 'zod';
import { EXPORT_FORMATS, exportFile, queuePlaces } from '../../../functions/events/attendance/export';
import { signInSheet } from '../../../functions/events/attendance/sign-in-sheet';
import { getEvent } from '../../../functions/events/event/get';
import { mustStand } from '../../../functions/events/registrations/eligibility';
import { everyRegistration } from '../../../functions/events/registrations/find';
import { Particulars } from '../../../functions/events/registrations/person-fields';
import {
  registerByStaff,
  StaffRegisterInput,
} from '../../../functions/events/registrations/register/register-by-staff';
import { BASES, type Registration } from '../../../functions/events/registrations/registration';
import { deliveriesOf } from '../../../functions/outbox/deliveries/find';
import { newToken } from '../../../functions/platform/keys/ids';
import type { Page, Pages } from '../../env';
import { readPerson, readPlaces } from '../../parts/registrations/person-fields';
import { routes } from '../../routes';
import { ConsolePage, staffOnly } from '../../ui/console';
import { sendFile } from '../../ui/download';
import { Button, ErrorSummary, type FormState, freshForm, Radios } from '../../ui/form';
import { Island } from '../../ui/island';
import { orShowAgain, readForm } from '../../ui/read-form';
import { readStory } from '../history/history';
import { idOf, type One, oneFor, registrationsFor, rightsOver } from './access';
import { checkInPages } from './check-in';
import { decisionPages } from './decide';
import { atPersonFields, PersonByStaff } from './fields';
import { importPages } from './import';
import { RegistrationsPage } from './list';
import { RegistrationPage } from './one';
import { SheetPage } from './sheet';

const registerPage = async (c: Page, form: FormState) => {
  const world = c.get('world');
  await rightsOver(c, 'register');
  const event = await getEvent(world, idOf(c));
  // Said before the form is filled in, not after.
  mustStand(event, world.now());
  const places = await readPlaces(world);
  const full = event.seats.size > 0 && event.seats.held >= event.seats.size;
  return c.html(
    <ConsolePage
      c={c}
      title="Đăng ký qua điện thoại"
      at={routes.consoleEvents()}
      above={
        <a class="back" href={routes.consoleRegistrations(event.id)}>
          ‹ Người đăng ký: {event.title}
        </a>
      }
    >
      <div class="form">
        <ErrorSummary form={form} />
        {full && <p class="notice">Lớp đang hết chỗ: người này được ghi vào danh sách chờ.</p>}
        <form method="post" action={routes.consoleRegister(event.id)} novalidate>
          <input type="hidden" name="nonce" value={[form.values.nonce].flat()[0] || newToken()} />
          {event.mode === 'both' && (
            <Radios
              form={form}
              name="online"
              label="Tham dự bằng cách nào"
              options={[
                { value: 'no', label: 'Đến hội trường' },
                { value: 'yes', label: 'Trực tuyến' },
              ]}
            />
          )}
          <PersonByStaff c={c} form={form} places={places} basis />
          <Button>Đăng ký</Button>
        </form>
      </div>
      <Island name="form" />
    </ConsolePage>,
  );
};

/** Here the ground must be said; the API has a default. */
const ByPhone = z.object({
  ...Particulars.shape,
  basis: z.enum(BASES),
  another: z.boolean().default(false),
  online: z.boolean().optional(),
  nonce: StaffRegisterInput.shape.nonce,
});

const registerAct = async (c: Page) => {
  const world = c.get('world');
  await rightsOver(c, 'register');
  const { fields, typed } = await readForm(c);
  const places = await readPlaces(world);
  return orShowAgain(
    freshForm('vi', typed),
    async () => {
      const { registration } = await atPersonFields(async () => {
        const input = readPerson(ByPhone, fields, places, {
          basis: fields.basis,
          another: fields.another === 'on',
          nonce: fields.nonce,
          ...(fields.online && { online: fields.online === 'yes' }),
        });
        return registerByStaff(world, idOf(c), input);
      });
      return c.redirect(`${routes.consoleRegistration(registration.id)}?xong=ghi`, 303);
    },
    (form) => {
      c.status(422);
      return registerPage(c, form);
    },
  );
};

/** Where somebody who waits stands in the queue: only then is the rest of it read. */
const nthOf = async (c: Page, { registration, event }: One): Promise<number | undefined> => {
  if (registration.status !== 'waitlisted') return undefined;
  const waiting: Registration[] = [];
  for await (const r of everyRegistration(c.get('world'), event)) waiting.push(r);
  return queuePlaces(waiting).get(registration.id);
};

const onePage = async (c: Page) => {
  const world = c.get('world');
  const one = await oneFor(c);
  const { id } = one.registration;
  const [nth, told, story] = await Promise.all([
    nthOf(c, one),
    deliveriesOf(world, id),
    readStory(world, id),
  ]);
  const said = told.filter((d) => d.state !== 'dropped');
  return c.html(<RegistrationPage c={c} {...one} nth={nth} told={said} story={story} />);
};

const download = async (c: Page, format: (typeof EXPORT_FORMATS)[number]) => {
  await rightsOver(c, 'export');
  const event = await getEvent(c.get('world'), idOf(c));
  return sendFile(c, await exportFile(c.get('world'), event, format));
};

/** Console: an event's registrations, one of them, the list as a file, the sheet to sign. */
export const consoleRegistrations: Pages = (app) => {
  app.get(routes.consoleRegistrations(':id'), staffOnly, async (c) =>
    c.html(<RegistrationsPage c={c} {...(await registrationsFor(c))} />),
  );
  app.get(routes.consoleRegister(':id'), staffOnly, (c) => registerPage(c, freshForm('vi')));
  app.post(routes.consoleRegister(':id'), staffOnly, registerAct);
  for (const format of EXPORT_FORMATS)
    app.get(routes.consoleExport(':id', format), staffOnly, (c) => download(c, format));
  app.get(routes.consoleSignInSheet(':id'), staffOnly, async (c) => {
    await rightsOver(c, 'export');
    return c.html(<SheetPage c={c} sheet={await signInSheet(c.get('world'), idOf(c))} />);
  });
  app.get(routes.consoleRegistration(':id'), staffOnly, onePage);
  checkInPages(app);
  importPages(app);
  decisionPages(app);
};
