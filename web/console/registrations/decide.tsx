import type { Child, FC } from 'hono/jsx';
import * as z from 'zod';
import type { Event, EventInList } from '../../../functions/events/event/event';
import { listAll } from '../../../functions/events/event/list';
import { approve } from '../../../functions/events/registrations/change/approve';
import { cancelByStaff, decline } from '../../../functions/events/registrations/change/cancel';
import { correctByStaff } from '../../../functions/events/registrations/change/correct';
import { move } from '../../../functions/events/registrations/change/move';
import { replace } from '../../../functions/events/registrations/change/replace';
import { Particulars } from '../../../functions/events/registrations/person-fields';
import { BASES, CONSENT_VERSION } from '../../../functions/events/registrations/registration';
import { line } from '../../../functions/platform/input/fields';
import { parse } from '../../../functions/platform/input/parse';
import { invalid } from '../../../functions/platform/problem/problem';
import { plain } from '../../../functions/platform/text/text';
import { DAY, iso } from '../../../functions/platform/time/dates';
import { span } from '../../../functions/platform/time/format-date';
import type { World } from '../../../functions/platform/world/world';
import type { Page, Pages } from '../../env';
import { fieldsOf, readPerson, readPlaces } from '../../parts/registrations/person-fields';
import { routes } from '../../routes';
import { ConsolePage, staffOnly } from '../../ui/console';
import { Button, ErrorSummary, Field, type FormState, freshForm, Radios } from '../../ui/form';
import { Island } from '../../ui/island';
import { orShowAgain, readForm, versionIn } from '../../ui/read-form';
import { type One, oneFor } from './access';
import { atPersonFields, PersonByStaff } from './fields';
import { Facts } from './one';

const doneAt = (c: Page, id: string, what: string) =>
  c.redirect(`${routes.consoleRegistration(id)}?xong=${what}`, 303);

interface DecideProps {
  c: Page;
  one: One;
  title: string;
  form: FormState;
  action: string;
  children: Child;
  submit?: Child;
}

/** A page that asks for what a decision needs, and does nothing before its form is sent. */
const DecidePage: FC<DecideProps> = ({
  c,
  one: { registration: r },
  title,
  form,
  action,
  children,
  submit,
}) => (
  <ConsolePage
    c={c}
    title={title}
    at={routes.consoleEvents()}
    above={
      <a class="back" href={routes.consoleRegistration(r.id)}>
        ‹ {r.fullName}
      </a>
    }
  >
    <div class="form">
      <ErrorSummary form={form} />
      <form method="post" action={action} novalidate>
        {children}
        {submit && (
          <p class="actions">
            {submit}
            <a class="btn plain" href={routes.consoleRegistration(r.id)}>
              Thôi
            </a>
          </p>
        )}
      </form>
    </div>
    <Island name="form" />
  </ConsolePage>
);

const Reason = z.object({ reason: line(300) });

/** Cancelling and declining: both want a reason, which the person is told. */
const reasoned = (verb: 'huy' | 'tu-choi') => {
  const right = verb === 'huy' ? 'cancel' : 'decline';
  const page = async (c: Page, form: FormState) => {
    const one = await oneFor(c, right);
    const { fullName, id, status } = one.registration;
    return c.html(
      <DecidePage
        c={c}
        one={one}
        title={verb === 'huy' ? `Hủy đăng ký của ${fullName}?` : `Không duyệt ${fullName}?`}
        form={form}
        action={routes.consoleDecide(id, verb)}
        submit={<Button kind="warn">{verb === 'huy' ? 'Hủy đăng ký' : 'Không duyệt'}</Button>}
      >
        <p>
          {verb === 'huy' && status === 'confirmed' ? 'Chỗ dành cho người đầu danh sách chờ. ' : ''}
          {fullName} được báo, kèm lý do dưới đây.
        </p>
        <Field form={form} name="reason" label="Lý do" maxlength={300} />
      </DecidePage>,
    );
  };
  const act = async (c: Page) => {
    const { registration } = await oneFor(c, right, true);
    const { fields, typed } = await readForm(c);
    return orShowAgain(
      freshForm('vi', typed),
      async () => {
        if (!fields.reason) throw invalid('reason', 'reason-required');
        const { reason } = parse(Reason, fields);
        const world = c.get('world');
        await (verb === 'huy'
          ? cancelByStaff(world, registration.id, reason)
          : decline(world, registration.id, reason));
        return doneAt(c, registration.id, verb);
      },
      (form) => {
        c.status(422);
        return page(c, form);
      },
    );
  };
  return { page: (c: Page) => page(c, freshForm('vi')), act };
};

const StaffReplacement = z.object({ ...Particulars.shape, basis: z.enum(BASES) });

const replacePage = async (c: Page, form: FormState) => {
  const one = await oneFor(c, 'replace');
  const { registration: r } = one;
  return c.html(
    <DecidePage
      c={c}
      one={one}
      title={`Thay ${r.fullName} bằng người khác`}
      form={form}
      action={routes.consoleDecide(r.id, 'thay')}
      submit={<Button>Thay người</Button>}
    >
      <p class="notice">
        {r.status === 'confirmed' ? 'Chỗ' : 'Thứ tự chờ'} của {r.fullName} chuyển ngay cho người thay, không
        qua danh sách chờ.
      </p>
      <PersonByStaff c={c} form={form} places={await readPlaces(c.get('world'))} basis />
    </DecidePage>,
  );
};

const replaceAct = async (c: Page) => {
  const { registration } = await oneFor(c, 'replace', true);
  const world = c.get('world');
  const { fields, typed } = await readForm(c);
  const places = await readPlaces(world);
  return orShowAgain(
    freshForm('vi', typed),
    async () => {
      const substitute = await atPersonFields(() => {
        const { basis, ...person } = readPerson(StaffReplacement, fields, places, { basis: fields.basis });
        return replace(world, registration.id, person, {
          basis,
          consent: CONSENT_VERSION,
          channel: registration.nominationId ? 'nomination' : 'phone',
          ...(registration.nominationId && { nominationId: registration.nominationId }),
          ...(basis !== 'person' && { attestedBy: world.db.actor }),
        });
      });
      return doneAt(c, substitute.id, 'thay');
    },
    (form) => {
      c.status(422);
      return replacePage(c, form);
    },
  );
};

const correctPage = async (c: Page, form?: FormState) => {
  const one = await oneFor(c, 'correct');
  const places = await readPlaces(c.get('world'));
  const { registration: r } = one;
  const shown = form ?? freshForm('vi', fieldsOf(r, places.units));
  const changed = shown.errors.some((e) => e.code === 'registration-changed');
  // Once they have seen what stands now, saving again means it.
  const seen = changed ? r.version : (shown.values.version ?? r.version);
  return c.html(
    <DecidePage
      c={c}
      one={one}
      title={`Sửa thông tin của ${r.fullName}`}
      form={shown}
      action={routes.consoleDecide(r.id, 'sua')}
      submit={<Button>Lưu</Button>}
    >
      <input type="hidden" name="version" value={String(seen)} />
      {changed && <Facts {...one} />}
      <PersonByStaff c={c} form={shown} places={places} />
    </DecidePage>,
  );
};

const correctAct = async (c: Page) => {
  const { registration } = await oneFor(c, 'correct');
  const world = c.get('world');
  const { fields, typed } = await readForm(c);
  const places = await readPlaces(world);
  return orShowAgain(
    freshForm('vi', typed),
    async () => {
      await atPersonFields(() =>
        // Answers to an event's own questions are not on this form, and stay.
        correctByStaff(
          world,
          registration.id,
          readPerson(Particulars, fields, places, { answers: registration.answers }),
          versionIn(fields),
        ),
      );
      return doneAt(c, registration.id, 'sua');
    },
    (form) => {
      c.status(422);
      return correctPage(c, form);
    },
  );
};

/** Classes that teach the same: of the same task or title, published, still to come, with seats free. */
export const parallelsOf = async (world: World, event: Event): Promise<EventInList[]> => {
  const now = iso(world.now());
  const all = await listAll(world, { from: now, to: iso(world.now() + 400 * DAY) });
  return all.filter(
    (e) =>
      e.id !== event.id &&
      e.status === 'published' &&
      e.endsAt > now &&
      e.seats.held < e.seats.size &&
      ((event.taskId !== undefined && e.taskId === event.taskId) || plain(e.title) === plain(event.title)),
  );
};

const movePage = async (c: Page, form: FormState) => {
  const one = await oneFor(c, 'move');
  const parallels = await parallelsOf(c.get('world'), one.event);
  const { registration: r } = one;
  return c.html(
    <DecidePage
      c={c}
      one={one}
      title={`Chuyển ${r.fullName} sang lớp khác`}
      form={form}
      action={routes.consoleDecide(r.id, 'chuyen')}
      submit={parallels.length > 0 && <Button>Chuyển lớp</Button>}
    >
      {parallels.length === 0 ? (
        <p class="empty">Không có lớp nào cùng nhiệm vụ hoặc cùng tên còn chỗ.</p>
      ) : (
        <>
          <p>Chỗ ở lớp mới được giữ trước, rồi chỗ ở lớp này mới nhường cho người chờ.</p>
          <Radios
            form={form}
            name="eventId"
            label="Lớp cùng nhiệm vụ hoặc cùng tên, còn chỗ"
            options={parallels.map((e) => ({
              value: e.id,
              label: `${e.title}, ${span(e.startsAt, e.endsAt)}, ${e.placeName ?? e.venue ?? 'trực tuyến'}: còn ${e.seats.size - e.seats.held} chỗ`,
            }))}
          />
        </>
      )}
    </DecidePage>,
  );
};

const moveAct = async (c: Page) => {
  const { registration } = await oneFor(c, 'move', true);
  const { fields, typed } = await readForm(c);
  return orShowAgain(
    freshForm('vi', typed),
    async () => {
      if (!fields.eventId) throw invalid('eventId', 'event-required');
      const moved = await move(c.get('world'), registration.id, fields.eventId);
      return doneAt(c, moved.id, 'chuyen');
    },
    (form) => {
      c.status(422);
      return movePage(c, form);
    },
  );
};

/** Console: what an organizer decides about one registration. */
export const decisionPages: Pages = (app) => {
  const at = (verb: Parameters<typeof routes.consoleDecide>[1]) => routes.consoleDecide(':id', verb);
  app.post(at('duyet'), staffOnly, async (c) => {
    const { registration } = await oneFor(c, 'approve', true);
    await approve(c.get('world'), registration.id);
    return doneAt(c, registration.id, 'duyet');
  });
  for (const verb of ['huy', 'tu-choi'] as const) {
    const { page, act } = reasoned(verb);
    app.get(at(verb), staffOnly, page);
    app.post(at(verb), staffOnly, act);
  }
  app.get(at('thay'), staffOnly, (c) => replacePage(c, freshForm('vi')));
  app.post(at('thay'), staffOnly, replaceAct);
  app.get(at('sua'), staffOnly, (c) => correctPage(c));
  app.post(at('sua'), staffOnly, correctAct);
  app.get(at('chuyen'), staffOnly, (c) => movePage(c, freshForm('vi')));
  app.post(at('chuyen'), staffOnly, moveAct);
};
