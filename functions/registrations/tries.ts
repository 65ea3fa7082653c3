import { createHmac } from 'node:crypto';
import { base32 } from '../ids';
import { Problem } from '../problem';
import { table } from '../store/table';
import { HOUR } from '../time';
import type { World } from '../world';
import { registrationsTable } from './registration';

/** Counters of attempts stand beside the registrations, under hashed keys, and vanish by themselves. */
const triesTable = table<{ pk: string; sk: string; n: number; expiresAt: number }>({ ...registrationsTable });

/** Counts an attempt at something guessable. @throws Problem `too-many` past `most` an hour */
export const countTries = async (world: World, what: string, most: number): Promise<void> => {
  if (!world.settings.rateLimits) return;
  const hour = Math.floor(world.now() / HOUR);
  const hash = base32(createHmac('sha256', world.settings.secrets.token).update(what).digest()).slice(0, 24);
  const counted = await world.db.update(
    triesTable,
    { pk: `tries#${hash}`, sk: String(hour) },
    {
      expression: 'n = if_not_exists(n, :zero) + :one',
      set: { expiresAt: (hour + 2) * 3_600 },
      values: { ':zero': 0, ':one': 1 },
      returns: 'ALL_NEW',
    },
  );
  if ((counted?.n ?? 0) > most) throw new Problem('too-many', 'too-many');
};
