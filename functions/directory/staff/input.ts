import * as z from 'zod';
import { email, idOf, line, optional, personName } from '../../platform/input/fields';
import { invalid } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type AccountInput, ROLES } from '../accounts/account';
import { mustBeInForce } from '../units/choose';
import { readUnits } from '../units/list';

export const StaffInput = z.strictObject({
  name: personName,
  email: email.describe('Codes for signing in are mailed to it'),
  role: z.enum(ROLES),
  unitId: optional(idOf('unt')).describe('Required for an officer; the other roles have none'),
});

export const StateReason = z.strictObject({ reason: line(300).describe('Stands in the history') });

/**
 * The input with a unit where the role has one.
 * @param before the unit that the account has: it may stay although it has ended
 * @throws Problem invalid `officer-unit-required`, `unit-unknown`, `unit-ended` on `unitId`
 */
export const withUnit = async (world: World, input: AccountInput, before?: string): Promise<AccountInput> => {
  const { unitId, ...rest } = input;
  if (rest.role !== 'officer') return rest;
  if (!unitId) throw invalid('unitId', 'officer-unit-required');
  if (unitId !== before) mustBeInForce(await readUnits(world, unitId), unitId);
  return { ...rest, unitId };
};
