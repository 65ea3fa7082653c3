import type * as z from 'zod';
import type { Event } from '../../../functions/events/event/event';
import { createNomination } from '../../../functions/events/nominations/create';
import { usualDeadline } from '../../../functions/events/nominations/deadline';
import { NominationInput } from '../../../functions/events/nominations/nomination';
import type { QuotaProposal } from '../../../functions/participation/propose-quotas';
import { parse } from '../../../functions/platform/input/parse';
import { type FieldError, firstOfEach, Problem } from '../../../functions/platform/problem/problem';
import { typedNumber } from '../../../functions/platform/text/count';
import type { World } from '../../../functions/platform/world/world';
import type { Fields, Values } from '../../ui/form';
import { typedInstant } from '../events/parts/date-time';
import { dateAndTime } from '../events/parts/words';
import type { Candidate } from './candidates';

/** The name of the boxes, one for each candidate. */
export const CHOSEN = 'chon';

export const deadlineFields = (at: string | undefined): Values => {
  const { date, time } = dateAndTime(at);
  return { 'deadline.date': date, 'deadline.time': time };
};

/** The calls wait for the signed công văn. */
export const HOLD = 'hold';

/** The number for every ticked row that has none of its own. */
export const FOR_ALL = 'quotaForAll';

/** A tick and a number for each unit that is proposed a seat. */
const proposedValues = (proposal: QuotaProposal | undefined): Values => {
  const proposed = proposal?.quotas.filter(({ quota }) => quota > 0) ?? [];
  return {
    ...(proposal && { [CHOSEN]: proposed.map(({ unitId }) => unitId) }),
    ...Object.fromEntries(proposed.map(({ unitId, quota }) => [`quota.${unitId}`, String(quota)])),
  };
};

/** The contact on file for each, and a deadline three days before the event at the end of the office's day. */
export const prefill = (
  event: Event,
  candidates: readonly Candidate[],
  { now, tickAll, proposal }: { now: number; tickAll: boolean; proposal?: QuotaProposal | undefined },
): Values => {
  const deadline = usualDeadline(event, now);
  return {
    ...proposedValues(proposal),
    ...deadlineFields(deadline),
    ...(tickAll && { [CHOSEN]: candidates.map(({ id }) => id) }),
    ...Object.fromEntries(
      candidates.flatMap(({ id, contact }) => [
        [`contactName.${id}`, contact?.name],
        [`contactPhone.${id}`, contact?.phone],
        [`contactEmail.${id}`, contact?.email],
      ]),
    ),
  };
};

/** Nothing typed and no number are both 0, which the input refuses. */
export const quotaIn = (typed = ''): number => typedNumber(typed) ?? 0;

export const deadlineIn = (fields: Fields) => typedInstant(fields, 'deadline', { time: '17:00' });

/** One ticked row as an input; every mistake is named at the row's own field. */
const readRow = (
  id: string,
  fields: Fields,
): { input?: z.output<typeof NominationInput>; errors: FieldError[] } => {
  try {
    const input = parse(NominationInput, {
      ...(id.startsWith('unt_') ? { unitId: id } : { bodyId: id }),
      quota: quotaIn(fields[`quota.${id}`] ?? fields[FOR_ALL]),
      deadline: deadlineIn(fields),
      contactName: fields[`contactName.${id}`] ?? '',
      contactPhone: fields[`contactPhone.${id}`],
      contactEmail: fields[`contactEmail.${id}`],
      ...(fields[HOLD] === 'on' && { hold: true }),
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
    return { ...e, path: `${e.path === 'unitId' || e.path === 'bodyId' ? CHOSEN : e.path}.${id}` };
  });

/** A number without its tick: was the tick forgotten, or the number? */
const unticked = (chosen: readonly string[], fields: Fields): FieldError[] =>
  Object.keys(fields).flatMap((name) => {
    const id = /^quota\.(.+)$/.exec(name)?.[1];
    return id === undefined || chosen.includes(id)
      ? []
      : [{ path: `${CHOSEN}.${id}`, code: 'quota-unticked' }];
  });

/** All ticked rows. @throws Problem `invalid` with every mistake of every row */
const readRows = (chosen: readonly string[], fields: Fields) => {
  if (chosen.length === 0 && unticked(chosen, fields).length === 0)
    throw new Problem('invalid', 'invalid', {}, [{ path: CHOSEN, code: 'no-unit-chosen' }]);
  const rows = chosen.map((id) => ({ id, ...readRow(id, fields) }));
  const errors = firstOfEach([...rows.flatMap((r) => r.errors), ...unticked(chosen, fields)]);
  if (errors.length) throw new Problem('invalid', 'invalid', {}, errors);
  return rows;
};

/** Gives quotas to all that are ticked. All rows are read before the first is written. */
export const giveQuotas = async (
  world: World,
  eventId: string,
  { fields, typed }: { fields: Fields; typed: Values },
): Promise<number> => {
  const chosen = [typed[CHOSEN]].flat().filter((id) => id !== undefined);
  const rows = readRows(chosen, fields);
  for (const { id, input } of rows) {
    try {
      await createNomination(world, eventId, input!);
    } catch (error) {
      if (error instanceof Problem && error.fields.length)
        throw new Problem(error.kind, error.code, error.detail, atRow(id, error.fields));
      throw error;
    }
  }
  return rows.length;
};
