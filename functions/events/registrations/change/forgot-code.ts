import * as z from 'zod';
import { countAttempt } from '../../../directory/accounts/attempts';
import { personName, phone } from '../../../platform/input/fields';
import { personKey } from '../../../platform/keys/person-key';
import { Problem } from '../../../platform/problem/problem';
import { ifVersion } from '../../../platform/store/optimistic-lock';
import { sameName } from '../../../platform/text/person-name';
import { HOUR, iso, localDate } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import type { RegistrationRef } from '../../../seats/ledger/entry';
import { idOf } from '../../../seats/ledger/ids';
import { getRegistration, registrationsUnder } from '../find';
import { type Identity, MOST_NAMESAKES } from '../register/existing';
import { registrationsTable } from '../registration';

export const ForgotCodeInput = z.object({ fullName: personName, phone });

/**
 * A person lost their code. The answer never tells whether they are registered; the code goes to the address or
 * the phone on file, once a day at most.
 */
export const forgotCode = async (world: World, input: z.output<typeof ForgotCodeInput>): Promise<void> => {
  await countAttempt(world, 'forgotten-code', input.phone, { most: 5, within: HOUR });
  for (let namesake = 1; namesake <= MOST_NAMESAKES; namesake++) {
    const sk = personKey(world, input.phone, input.fullName, namesake);
    const found = await registrationsUnder(world, sk);
    if (!found.length) return;
    for (const ref of found) await askNotices(world, ref, input);
  }
};

/** A registration whose code was asked for today is told its code by the notices. */
const askNotices = async (world: World, ref: RegistrationRef, { fullName, phone }: Identity) => {
  const today = localDate(world.now());
  const r = await getRegistration(world, idOf(ref)).catch(ifMissing);
  if (!r || r.phone !== phone || !sameName(r.fullName, fullName) || r.codeAsked === today) return;
  if (r.status !== 'confirmed' && r.status !== 'waitlisted' && r.status !== 'pending') return;
  // Refused where it changed meanwhile: the answer is the same for everybody, and they may ask again.
  await world.db.updateIf(
    registrationsTable,
    { pk: r.pk, sk: r.sk },
    {
      set: { codeAsked: today, codeAskedAt: iso(world.now()), updatedAt: iso(world.now()) },
      ...ifVersion(r.version),
    },
  );
};

const ifMissing = (error: unknown): undefined => {
  if (!(error instanceof Problem && error.kind === 'missing')) throw error;
};
