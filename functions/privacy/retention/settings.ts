import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { mustManage } from '../../directory/staff/may';
import { recordChange } from '../../platform/audit/taken';
import { line, optional, versionField } from '../../platform/input/fields';
import { invalid, Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { CLOCK_CLASSES, LEAST_DAYS, MOST_DAYS, USUAL_DAYS } from './classes';
import { type RetentionSettings, retentionSettings } from './retention-items';

/** The thing whose history tells of changes of the settings. */
export const RETENTION = 'retention';
const KEY = { pk: RETENTION, sk: 'settings' } as const;

const days = z.coerce
  .number('retention-days')
  .int('retention-days')
  .min(LEAST_DAYS, 'retention-days')
  .max(MOST_DAYS, 'retention-days');

export const RetentionInput = z.strictObject({
  on: z.boolean().describe('Whether the clock deletes; while it does not, it counts what would go'),
  days: z
    .strictObject({ notes: days, deliveries: days, people: days })
    .describe('After the end of an event: notes of callers; notices; all else of its people'),
  basis: optional(line(500)).describe('The ground in law or the decision; needed to switch it on'),
  version: versionField,
});
export type RetentionInput = z.output<typeof RetentionInput>;

/** Off, with the usual days, until an admin has looked at what would go. */
export const USUAL_RETENTION: RetentionSettings = { ...KEY, on: false, days: { ...USUAL_DAYS }, version: 1 };

export const readRetention = async (world: World): Promise<RetentionSettings> =>
  (await world.db.get(retentionSettings, KEY, { consistent: true })) ?? USUAL_RETENTION;

/**
 * Says how long people's data are kept, and whether they are deleted then.
 * @throws Problem `forbidden` for all but admins; invalid `retention-basis` on `basis`,
 *   `retention-order` on `days.people`; stale `retention-stale`
 */
export const setRetention = async (
  world: World,
  account: Account,
  { version, ...input }: RetentionInput,
): Promise<RetentionSettings> => {
  mustManage(account);
  if (input.days.people < Math.max(input.days.notes, input.days.deliveries))
    throw invalid('days.people', 'retention-order');
  if (input.on && !input.basis) throw invalid('basis', 'retention-basis');
  const before = await readRetention(world);
  const settings: RetentionSettings = {
    ...KEY,
    ...input,
    version: version + 1,
    changedAt: iso(world.now()),
  };
  const written = await world.db.putIf(retentionSettings, settings, {
    if: version === USUAL_RETENTION.version ? 'attribute_not_exists(pk) OR version = :v' : 'version = :v',
    values: { ':v': version },
  });
  if (!written.ok) throw new Problem('stale', 'retention-stale');
  await recordChange(world, {
    pk: RETENTION,
    table: 'notices',
    what: 'changed',
    fields: changes(before, settings),
  });
  return settings;
};

const changes = (before: RetentionSettings, after: RetentionSettings) => ({
  ...(before.on !== after.on && { on: { from: before.on, to: after.on } }),
  ...Object.fromEntries(
    CLOCK_CLASSES.filter((kind) => before.days[kind] !== after.days[kind]).map((kind) => [
      kind,
      { from: before.days[kind], to: after.days[kind] },
    ]),
  ),
  ...(before.basis !== after.basis && { basis: { from: before.basis, to: after.basis } }),
});
