import { type Confirmed, Confirmed as Schema } from '../../../functions/confirmations/confirmation';
import { parse } from '../../../functions/platform/input/parse';
import { Problem } from '../../../functions/platform/problem/problem';
import { showPhone } from '../../../functions/platform/text/phone';
import { shortDay } from '../../../functions/platform/time/format-date';
import { typedDate } from '../../../functions/platform/time/typed';
import type { Posted } from '../../ui/form';

type Typed = Posted['typed'];

/** Names of the fields of one person of the list, and of one who is missing. */
export const PERSON = 'person';
export const STOPPED = 'stopped';
export const ofPerson = (field: 'on' | 'reason' | 'number', id: string) => `${field}_${id}`;
export const ofMissing = (field: 'fullName' | 'phone' | 'teamId' | 'role' | 'on' | 'number', row: number) =>
  `missing_${row}_${field}`;

/** Rows for people who are missing: some more than were named. */
const MORE_ROWS = 3;
const MOST_ROWS = 50;
export const rowsFor = (typed: Typed): number => {
  let named = 0;
  for (let row = 0; row < MOST_ROWS; row++) if (textIn(typed, ofMissing('fullName', row))) named = row + 1;
  return Math.min(MOST_ROWS, named + MORE_ROWS);
};

export const listIn = (typed: Typed, name: string): string[] =>
  [typed[name] ?? []].flat().filter(Boolean) as string[];
const textIn = (typed: Typed, name: string): string | undefined =>
  listIn(typed, name)[0]?.trim() || undefined;

/** The answer as it was filled in, as the fields of the form. */
export const typedOf = (said: Confirmed | undefined): Typed => {
  if (!said) return {};
  const stopped = said.stopped.flatMap(({ mediatorId, on, reason, number }) => [
    [ofPerson('on', mediatorId), shortDay(on)],
    [ofPerson('reason', mediatorId), reason],
    [ofPerson('number', mediatorId), number],
  ]);
  const missing = said.missing.flatMap(({ fullName, phone, teamId, role, on, number }, row) => [
    [ofMissing('fullName', row), fullName],
    [ofMissing('phone', row), phone && showPhone(phone)],
    [ofMissing('teamId', row), teamId],
    [ofMissing('role', row), role],
    [ofMissing('on', row), shortDay(on)],
    [ofMissing('number', row), number],
  ]);
  return {
    [STOPPED]: said.stopped.map(({ mediatorId }) => mediatorId),
    ...Object.fromEntries([...stopped, ...missing]),
    position: said.position,
  };
};

/**
 * Reads the form and does something with the answer. What is wrong is said at the field of its person.
 * @throws Problem invalid at the names of the form's fields
 */
export const withConfirmed = async <T>(
  { typed, fields }: Pick<Posted<'position'>, 'typed' | 'fields'>,
  act: (said: Confirmed) => Promise<T>,
): Promise<T> => {
  const stoppedIds = listIn(typed, STOPPED);
  const rows = Array.from({ length: MOST_ROWS }, (_, row) => row).filter((row) =>
    textIn(typed, ofMissing('fullName', row)),
  );
  const day = (name: string) => typedDate(textIn(typed, name) ?? '');
  const input = {
    serving: listIn(typed, PERSON).filter((id) => !stoppedIds.includes(id)),
    stopped: stoppedIds.map((mediatorId) => ({
      mediatorId,
      on: day(ofPerson('on', mediatorId)),
      reason: textIn(typed, ofPerson('reason', mediatorId)),
      number: textIn(typed, ofPerson('number', mediatorId)),
    })),
    missing: rows.map((row) => ({
      fullName: textIn(typed, ofMissing('fullName', row)),
      phone: textIn(typed, ofMissing('phone', row)),
      teamId: textIn(typed, ofMissing('teamId', row)),
      role: textIn(typed, ofMissing('role', row)),
      on: day(ofMissing('on', row)),
      number: textIn(typed, ofMissing('number', row)),
    })),
    position: fields.position,
  };
  const nameOf = (path: string): string => {
    const [list, index, field] = path.split('.');
    if (list === 'stopped' && field) return ofPerson(field as 'on', stoppedIds[Number(index)] ?? '');
    if (list === 'missing' && field) return ofMissing(field as 'on', rows[Number(index)] ?? 0);
    return path === 'serving' ? PERSON : path;
  };
  try {
    return await act(parse(Schema, input));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { kind, code, detail } = error;
    throw new Problem(
      kind,
      code,
      detail,
      error.fields.map((one) => ({ ...one, path: nameOf(one.path) })),
    );
  }
};
