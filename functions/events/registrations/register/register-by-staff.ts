import * as z from 'zod';
import type { World } from '../../../platform/world/world';
import { ledgerOf } from '../../../seats/tables/ledger-tables';
import { mustStand } from '../eligibility';
import { Particulars } from '../person-fields';
import { BASES, CONSENT_VERSION } from '../registration';
import { admitPerson, type Registered } from './register';

/** What the organizer types while somebody is on the phone. */
export const StaffRegisterInput = z.strictObject({
  ...Particulars.shape,
  basis: z.enum(BASES).default('person'),
  online: z.boolean().optional(),
  another: z.boolean().default(false),
  /** Random, one per form: whoever sends it twice is answered as the first time. */
  nonce: z.string().min(8).max(64).optional(),
});
export type StaffRegisterInput = z.output<typeof StaffRegisterInput>;

/**
 * Registers somebody who called. The organizer may do so for any event that stands, outside the window
 * too; approval is theirs, so it is given.
 * @throws Problem `already-on-list`
 */
export const registerByStaff = async (
  world: World,
  eventId: string,
  { basis, another, online, nonce, ...particulars }: StaffRegisterInput,
): Promise<Registered> =>
  admitPerson(
    world,
    ledgerOf(world),
    eventId,
    particulars,
    another,
    (event) => mustStand(event, world.now()),
    {
      basis,
      channel: 'phone',
      how: 'organizer',
      consent: CONSENT_VERSION,
      ...(basis !== 'person' && { attestedBy: world.db.actor }),
      ...(online !== undefined && { online }),
      ...(nonce && { nonce }),
    },
    { approved: true, taken: 'already-on-list' },
  );
