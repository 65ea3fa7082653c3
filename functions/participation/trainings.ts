import type { World } from '../platform/world/world';
import { mergedRecords } from '../register/mediators/find';
import { locate } from '../seats/ledger/ids';
import { participations, registrationIdOf } from './participation';

/** A training at which a mediator was seen. */
export interface Training {
  /** The first day of the event: "2026-05-01". */
  day: string;
  registrationId: string;
  /** Absent where the registration is gone. */
  eventId?: string | undefined;
}

const trainings = { index: 'everyone', where: 'listed = :kind', values: { ':kind': 'trained' } } as const;

/**
 * The trainings of each mediator, the earliest first, also those under a record that was merged. One call for each 5,000 of
 * them, one for the merged records.
 */
export const trainingsSeen = async (world: World): Promise<Map<string, Training[]>> => {
  const seen = new Map<string, Training[]>();
  const [all, merged] = await Promise.all([world.db.all(participations, trainings), mergedRecords(world)]);
  for (const one of all) {
    const id = merged.get(one.pk) ?? one.pk;
    const registrationId = registrationIdOf(one);
    const eventId = locate(registrationId)?.eventId;
    const training = { day: one.sortKey ?? '', registrationId, eventId };
    const known = seen.get(id);
    if (known) known.push(training);
    else seen.set(id, [training]);
  }
  return seen;
};
