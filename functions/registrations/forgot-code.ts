import * as z from 'zod';
import { personName, phone } from '../contract/fields';
import { personKey } from '../people/person-key';
import { iso, localDate } from '../time';
import type { World } from '../world';
import { getRegistration } from './find';
import { type Registration, registrationsTable } from './registration';
import { countTries } from './tries';

export const ForgotCodeInput = z.object({ fullName: personName, phone });

/**
 * Somebody lost their code. Says nothing to whoever asks; those who are registered under this phone and
 * name are told their code through the address or the phone on file, once a day at most.
 */
export const forgotCode = async (world: World, input: z.output<typeof ForgotCodeInput>): Promise<void> => {
  await countTries(world, `forgot#${input.phone}`, 5);
  const keys = await world.db.query<Pick<Registration, 'pk' | 'sk'>>(registrationsTable as never, {
    index: 'person',
    where: 'sk = :sk',
    values: { ':sk': personKey(world, input.phone, input.fullName) },
    limit: 20,
  });
  const today = localDate(world.now());
  for (const { pk, sk } of keys.items) {
    const [eventId, section] = pk.split('#');
    const r = await getRegistration(world, `reg_${eventId!.slice(4)}_${section}_${sk}`).catch(
      () => undefined,
    );
    if (!r || r.phone !== input.phone || r.codeAsked === today) continue;
    if (r.status !== 'confirmed' && r.status !== 'waitlisted' && r.status !== 'pending') continue;
    await world.db.update(
      registrationsTable,
      { pk: r.pk, sk: r.sk },
      {
        set: { codeAsked: today, updatedAt: iso(world.now()) },
        if: 'version = :version',
        values: { ':version': r.version },
      },
    );
  }
};
