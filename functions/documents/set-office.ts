import * as z from 'zod';
import type { Account } from '../directory/accounts/account';
import { mustManage } from '../directory/staff/may';
import { line, optional, versionField } from '../platform/input/fields';
import { Problem } from '../platform/problem/problem';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { OFFICE_KEY, type OfficeSettings, officeSettings, readOffice } from './office';
import { Signer } from './signer';

export const OfficeInput = z.strictObject({
  name: line(120).describe('The issuing body, with its province'),
  parent: line(120).describe('The body above it, as at the head of a document'),
  place: line(60).describe('Before the date of a document'),
  code: z
    .string('required')
    .trim()
    .regex(/^[A-ZĐ][A-ZĐ0-9.-]{0,14}$/, 'office-code')
    .describe('In numbers of documents, e.g. STP'),
  address: optional(line(200)).describe('At the foot of letters'),
  phone: optional(line(40)).describe('Of the office, at the foot of letters'),
  signer: Signer.describe('Who signs where no other signer is named'),
});
export type OfficeInput = z.output<typeof OfficeInput>;
export const OfficeEdit = OfficeInput.extend({ version: versionField });

/**
 * Says how documents name the office. Documents that were made before stay as they are.
 * @throws Problem `forbidden` for all but admins; stale `office-stale` where it was changed since it was read
 */
export const setOffice = async (
  world: World,
  account: Account | undefined,
  { version, ...input }: z.output<typeof OfficeEdit>,
): Promise<OfficeSettings> => {
  mustManage(account);
  const before = await readOffice(world);
  const item: OfficeSettings = {
    ...OFFICE_KEY,
    id: OFFICE_KEY.pk,
    ...input,
    version: version + 1,
    updatedAt: iso(world.now()),
  };
  if (before.version !== version) throw new Problem('stale', 'office-stale');
  const written = await world.db.putIf(officeSettings, item, {
    if: 'attribute_not_exists(pk) OR #version = :version',
    names: { '#version': 'version' },
    values: { ':version': version },
  });
  if (!written.ok) throw new Problem('stale', 'office-stale');
  return item;
};
