import * as z from 'zod';
import { countAttempt } from '../../../directory/accounts/attempts';
import { personName, phone } from '../../../platform/input/fields';
import { personKey } from '../../../platform/keys/person-key';
import { Problem } from '../../../platform/problem/problem';
import { sameName } from '../../../platform/text/person-name';
import { HOUR } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import type { RegistrationRef } from '../../../seats/ledger/entry';
import { idOf } from '../../../seats/ledger/ids';
import { tellCode } from '../codes/tell-code';
import { getRegistration, registrationsUnder } from '../find';
import { type Identity, MOST_NAMESAKES } from '../register/existing';

export const ForgotCodeInput = z.object({ fullName: personName, phone });

/** Of one phone from one network. */
const PER_PHONE = { most: 5, within: HOUR };
/** Of all phones from one network: a village asks for less, and a machine has no list of names read. */
const PER_NETWORK = { most: 60, within: HOUR };

/**
 * A person lost their code. The answer never tells whether they are registered; the code goes to the address or
 * the phone on file, once a day at most.
 */
export const forgotCode = async (world: World, input: z.output<typeof ForgotCodeInput>): Promise<void> => {
  // By network: a stranger elsewhere cannot use up what the person may ask. Right ones count too, or the limit would
  // tell who is registered.
  if (world.network) await countAttempt(world, 'forgotten-code-network', world.network, PER_NETWORK);
  await countAttempt(world, 'forgotten-code', `${input.phone} ${world.network}`, PER_PHONE);
  for (let namesake = 1; namesake <= MOST_NAMESAKES; namesake++) {
    const sk = personKey(world, input.phone, input.fullName, namesake);
    const found = await registrationsUnder(world, sk);
    if (!found.length) return;
    for (const ref of found) await askNotices(world, ref, input);
  }
};

/** The registration of such a person is told its code. */
const askNotices = async (world: World, ref: RegistrationRef, { fullName, phone }: Identity) => {
  const r = await getRegistration(world, idOf(ref)).catch(ifMissing);
  if (r?.phone === phone && sameName(r.fullName, fullName)) await tellCode(world, r);
};

const ifMissing = (error: unknown): undefined => {
  if (!(error instanceof Problem && error.kind === 'missing')) throw error;
};
