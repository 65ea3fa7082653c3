import {
  type ForgetRequest,
  requestKey,
  requestsAbout,
  requests as requestsTable,
} from '../../events/person/forget-request';
import { recordChange } from '../../platform/audit/taken';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { as } from '../../platform/world/world';
import { pointIdsOf } from '../../points/read';
import { supportIdsOf } from '../../support/read';
import type { Person } from '../person/gather';
import type { Place } from './place';

/** What is told about a person stands under their registrations, and under what they asked for. */
export const toldAbout = async (world: World, person: Person): Promise<string[]> => {
  const raised = await Promise.all(
    person.ids.flatMap((id) => [supportIdsOf(world, id), pointIdsOf(world, id)]),
  );
  return [...person.ids, ...(await requestsAbout(world, person)).map(({ id }) => id), ...raised.flat()];
};

/** Requests of the person to be forgotten: who asked, and why one was refused. Forgetting is what they asked for. */
export const requests: Place = {
  find: async (world, person) =>
    (await requestsAbout(world, person))
      .filter(({ doneAt }) => !doneAt)
      .map(({ id, eventId, asker, askedAt, dueAt, refusedAt, refusal }) => ({
        place: 'requests',
        id,
        eventId,
        values: { ...asker, askedAt, dueAt, refusedAt, refusal },
      })),
  forget: async (world, person, { who, at }) => {
    let count = 0;
    for (const { id, asker, askedAt, doneAt } of await requestsAbout(world, person)) {
      // A person who came back and asks anew is another one.
      if (doneAt || askedAt > at) continue;
      const done = await world.db.updateIf<ForgetRequest>(requestsTable, requestKey(id), {
        set: { open: undefined, asker: undefined, refusal: undefined, doneAt: iso(world.now()) },
        if: 'attribute_exists(pk) AND attribute_not_exists(doneAt)',
      });
      if (!done.ok) continue;
      count++;
      // Of a person with a registration, the registration's own history says it.
      if (asker)
        await recordChange(as(world, who), {
          pk: id,
          table: 'privacy',
          what: 'changed',
          fields: { forgetRequest: { to: 'done' } },
        });
    }
    return count;
  },
};
