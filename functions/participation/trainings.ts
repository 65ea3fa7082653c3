import type { World } from '../platform/world/world';
import { locate } from '../seats/ledger/ids';
import { participations, registrationIdOf } from './participation';

/** A training at which a mediator was seen. */
export interface Training {
  /** The first day of the event: "2026-05-01". */
  day: string;
  /** Absent where the registration is gone. */
  eventId?: string | undefined;
}

const trainings = { index: 'everyone', where: 'listed = :kind', values: { ':kind': 'trained' } } as const;

/** The trainings of each mediator, the earliest first. One call for each 5,000 of them. */
export const trainingsSeen = async (world: World): Promise<Map<string, Training[]>> => {
  const seen = new Map<string, Training[]>();
  for (const one of await world.db.all(participations, trainings)) {
    const training = { day: one.sortKey ?? '', eventId: locate(registrationIdOf(one))?.eventId };
    const known = seen.get(one.pk);
    if (known) known.push(training);
    else seen.set(one.pk, [training]);
  }
  return seen;
};
