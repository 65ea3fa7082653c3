import { particularsOf } from '../../events/person/person-fields';
import { getRegistration } from '../../events/registrations/find';
import type { Registration } from '../../events/registrations/registration';
import { forgetRegistration } from './forget-registration';
import type { Kept, Place } from './place';

const BESIDE = [
  'unitName',
  'bodyName',
  'status',
  'online',
  'reason',
  'basis',
  'consent',
  'channel',
  'code',
  'came',
  'createdAt',
  'updatedAt',
] as const satisfies readonly (keyof Registration)[];

/** What one registration says of its person; nothing where the person was forgotten. */
export const keptOf = (r: Registration): Kept[] =>
  r.forgotten
    ? []
    : [
        {
          place: 'registrations',
          id: r.id,
          eventId: r.eventId,
          values: {
            ...particularsOf({ ...r, ...r.setAside?.values }),
            ...Object.fromEntries(BESIDE.map((name) => [name, r[name]])),
            restricted: r.restricted,
            ...(r.imports && { before: Object.values(r.imports).flatMap(({ before }) => before ?? []) }),
          },
        },
      ];

export const registrations: Place = {
  find: async (world, { ids }) =>
    (await Promise.all(ids.map((id) => getRegistration(world, id)))).flatMap(keptOf),
  forget: async (world, { ids }, mark) => {
    let count = 0;
    for (const id of ids) if (await forgetRegistration(world, id, mark)) count++;
    return count;
  },
};
