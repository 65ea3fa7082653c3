import * as z from 'zod';
import type { World } from '../../../platform/world/world';
import { Particulars } from '../../person/person-fields';
import { mustTakePlace } from '../eligibility';
import { BASES } from '../registration';
import { admitPerson, type Registered } from './admit-person';

/** What the organizer types while a person is on the phone. */
export const StaffRegisterInput = z.strictObject({
  ...Particulars.shape,
  basis: z.enum(BASES).default('person'),
  online: z.boolean().optional(),
  another: z.boolean().default(false),
  /** Random, one per form: a form that is sent twice is answered as the first time. */
  nonce: z.string().min(8).max(64).optional(),
});
export type StaffRegisterInput = z.output<typeof StaffRegisterInput>;

/**
 * Registers a person who called: for any event that takes place, outside the window too, and approved.
 * @throws Problem `already-on-list`
 */
export const registerByStaff = async (
  world: World,
  eventId: string,
  { basis, another, online, nonce, ...particulars }: StaffRegisterInput,
): Promise<Registered> =>
  admitPerson(world, eventId, {
    particulars,
    isDifferentPerson: another,
    rule: (event) => mustTakePlace(event, world.now()),
    source: {
      basis,
      channel: 'phone',
      how: 'organizer',
      ...(basis !== 'person' && { attestedBy: world.db.actor }),
      ...(online !== undefined && { online }),
      ...(nonce && { nonce }),
    },
    approved: true,
    taken: 'already-on-list',
  });
