import * as z from 'zod';
import { listBodies } from '../../../functions/directory/bodies/list';
import { listUnits } from '../../../functions/directory/units/list';
import type { Event } from '../../../functions/events/event/event';
import { getEvent } from '../../../functions/events/event/get';
import { changeNomination, NominationChange } from '../../../functions/events/nominations/change';
import { createNomination, usualDeadline } from '../../../functions/events/nominations/create';
import { getNomination, listNominations } from '../../../functions/events/nominations/list';
import { mayNominations } from '../../../functions/events/nominations/may';
import { NominationInput } from '../../../functions/events/nominations/nomination';
import { viewNomination, viewQuotas } from '../../../functions/events/nominations/read';
import { reissueNomination, revokeNomination } from '../../../functions/events/nominations/revoke';
import { parse } from '../../../functions/platform/input/parse';
import { type FieldError, Problem } from '../../../functions/platform/problem/problem';
import type { Page, Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { type FormState, freshForm } from '../../ui/form';
import { type Fields, orShowAgain, readForm, versionIn } from '../../ui/read-form';
import { typedInstant } from '../events/date-time';
import { dateAndTime } from '../events/words';
import { QuotaPage } from './one';
import { type Candidate, candidatesFor, NominationsPage, type QuotaRow } from './quotas';

const idOf = (c: Page) => c.req.param('id') ?? '';

const mustGive = (c: Page) => {
  if (!mayNominations(c.get('account'), []).give) throw new Problem('forbidden', 'forbidden');
};

/** The event's quotas that this account sees: all of them, or those of an officer's own area. */
const quotasFor = async (c: Page, event: Event): Promise<QuotaRow[]> => {
  const world = c.get('world');
  const account = c.get('account');
  const units = await listUnits(world);
  if (!mayNominations(account, units).see) throw new Problem('forbidden', 'forbidden');
  const nominations = (await listNominations(world, event.id)).filter(
    (n) => mayNominations(account, units, n).see,
  );
  return viewQuotas(world, event.id, nominations);
};

const showAll = async (c: Page, form?: FormState) => {
  const world = c.get('world');
  const event = await getEvent(world, idOf(c));
  const rows = await quotasFor(c, event);
  const [units, bodies] = await Promise.all([listUnits(world), listBodies(world)]);
  const from = c.req.query('cap') ?? 'huyen';
  const candidates = candidatesFor(from, units, bodies, rows);
  return c.html(
    <NominationsPage
      c={c}
      event={event}
      rows={rows}
      units={units}
      from={from}
      candidates={candidates}
      form={form ?? freshForm('vi', prefill(event, candidates, world.now()))}
    />,
  );
};

const deadlineFields = (at: string | undefined): FormState['values'] => {
  const { date, time } = dateAndTime(at);
  return { 'deadline.date': date, 'deadline.time': time };
};

/** The contact on file for each, and a deadline three days before the event at the end of the office's day. */
const prefill = (event: Event, candidates: readonly Candidate[], now: number): FormState['values'] => {
  const deadline = usualDeadline(event, now);
  return {
    ...deadlineFields(deadline),
    ...Object.fromEntries(
      candidates.flatMap(({ id, contact }) => [
        [`contactName.${id}`, contact?.name],
        [`contactPhone.${id}`, contact?.phone],
        [`contactEmail.${id}`, contact?.email],
      ]),
    ),
  };
};

const Quota = z
  .string()
  .regex(/^\s*\d{1,3}\s*$/, 'quota-malformed')
  .transform(Number);

/** One ticked row as an input; every mistake is named at the row's own field. */
const readRow = (
  id: string,
  fields: Fields,
): { input?: z.output<typeof NominationInput>; errors: FieldError[] } => {
  const quota = Quota.safeParse(fields[`quota.${id}`] ?? '');
  try {
    const input = parse(NominationInput, {
      ...(id.startsWith('unt_') ? { unitId: id } : { bodyId: id }),
      quota: quota.success ? quota.data : 0,
      deadline: typedInstant(fields, 'deadline', { time: '17:00' }),
      contactName: fields[`contactName.${id}`] ?? '',
      contactPhone: fields[`contactPhone.${id}`],
      contactEmail: fields[`contactEmail.${id}`],
    });
    return { input, errors: [] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { errors: atRow(id, error.fields) };
  }
};

const atRow = (id: string, errors: readonly FieldError[]): FieldError[] =>
  errors.map((e) => {
    if (e.path === 'deadline') return e;
    if (e.path === 'quota' && e.code !== 'capacity-below-held' && e.code !== 'quota-seats-taken')
      return { path: `quota.${id}`, code: 'quota-malformed' };
    return { ...e, path: `${e.path === 'unitId' || e.path === 'bodyId' ? 'chon' : e.path}.${id}` };
  });

/** Gives quotas to everybody ticked. All rows are read before the first is written. */
const giveQuotas = async (c: Page) => {
  mustGive(c);
  const world = c.get('world');
  const { fields, typed } = await readForm(c);
  const chosen = [typed.chon].flat().filter((id): id is string => typeof id === 'string');
  return orShowAgain(
    freshForm('vi', typed),
    async () => {
      if (chosen.length === 0)
        throw new Problem('invalid', 'invalid', {}, [{ path: 'chon', code: 'no-unit-chosen' }]);
      const rows = chosen.map((id) => ({ id, ...readRow(id, fields) }));
      const errors = rows.flatMap((r) => r.errors);
      const once = errors.filter((e, i) => errors.findIndex((o) => o.path === e.path) === i);
      if (once.length) throw new Problem('invalid', 'invalid', {}, once);
      for (const { id, input } of rows) {
        try {
          await createNomination(world, idOf(c), input!);
        } catch (error) {
          if (error instanceof Problem && error.fields.length)
            throw new Problem(error.kind, error.code, error.detail, atRow(id, error.fields));
          throw error;
        }
      }
      return c.redirect(`${routes.consoleNominations(idOf(c))}?giao=${rows.length}`, 303);
    },
    async (form) => {
      c.status(422);
      return showAll(c, form);
    },
  );
};

/** The nomination of the path with its event. */
const oneOf = async (c: Page) => {
  mustGive(c);
  const world = c.get('world');
  const nomination = await getNomination(world, idOf(c));
  return viewNomination(world, nomination);
};

const showOne = async (c: Page, form?: FormState) => {
  const view = await oneOf(c);
  const { nomination: n, quota } = view;
  const values = {
    version: String(n.version),
    quota: String(quota),
    ...deadlineFields(n.deadline),
    contactName: n.contactName,
    contactPhone: n.contactPhone,
    contactEmail: n.contactEmail,
  };
  return c.html(<QuotaPage c={c} view={view} form={form ?? freshForm('vi', values)} />);
};

const changeOne = async (c: Page) => {
  const { nomination } = await oneOf(c);
  const { fields, typed } = await readForm(c);
  return orShowAgain(
    freshForm('vi', typed),
    async () => {
      const quota = Quota.safeParse(fields.quota ?? '');
      const change = parse(NominationChange, {
        version: Number(fields.version),
        quota: quota.success ? quota.data : 0,
        deadline: typedInstant(fields, 'deadline', { time: '17:00' }),
        contactName: fields.contactName ?? '',
        contactPhone: fields.contactPhone,
        contactEmail: fields.contactEmail,
      });
      await changeNomination(c.get('world'), nomination.id, change);
      return c.redirect(`${routes.consoleNominations(nomination.eventId)}?sua=${nomination.id}`, 303);
    },
    (form) => {
      c.status(422);
      const errors = form.errors.map((e) =>
        e.path === 'quota' && e.code === 'too-small' ? { path: 'quota', code: 'quota-malformed' } : e,
      );
      return showOne(c, { ...form, errors });
    },
  );
};

const act = async (c: Page, what: 'reissue' | 'revoke') => {
  mustGive(c);
  const world = c.get('world');
  const { eventId, id } = await getNomination(world, idOf(c));
  if (what === 'reissue') await reissueNomination(world, id, versionIn((await readForm(c)).fields));
  else await revokeNomination(world, id);
  const done = new URLSearchParams({ [what === 'reissue' ? 'moi' : 'thu']: id });
  return c.redirect(`${routes.consoleNominations(eventId)}?${done}`, 303);
};

/** Console: an event's quotas, their links, and giving new ones. */
export const consoleNominations: Pages = (app) => {
  app.get(routes.consoleNominations(':id'), staffOnly, (c) => showAll(c));
  app.post(routes.consoleNominations(':id'), staffOnly, giveQuotas);
  app.get(routes.consoleNomination(':id'), staffOnly, (c) => showOne(c));
  app.post(routes.consoleNomination(':id'), staffOnly, changeOne);
  app.post(routes.consoleNominationReissue(':id'), staffOnly, (c) => act(c, 'reissue'));
  app.post(routes.consoleNominationRevoke(':id'), staffOnly, (c) => act(c, 'revoke'));
};
