import { forgetBodies, listBodies } from '../../directory/bodies/list';
import { save } from '../../directory/bodies/update';
import { isPerson } from '../person/gather';
import type { Place } from './place';

/** Contacts of bodies. The body's own address and number are the body's. */
export const bodies: Place = {
  find: async (world, person) =>
    (await listBodies(world)).flatMap(({ id, name, contacts }) =>
      contacts
        .filter((contact) => isPerson(world, person, contact))
        .map((contact) => ({ place: 'bodies' as const, id, values: { bodyName: name, ...contact } })),
    ),
  forget: async (world, person) => {
    let count = 0;
    forgetBodies(world);
    for (const { id, version, contacts, mailTroubles = [] } of await listBodies(world)) {
      const left = contacts.filter((contact) => !isPerson(world, person, contact));
      const troubles = mailTroubles.filter(({ email }) => !person.emails.includes(email));
      if (left.length === contacts.length && troubles.length === mailTroubles.length) continue;
      await save(world, id, version, {
        contacts: left,
        mailTroubles: troubles.length ? troubles : undefined,
      });
      count++;
    }
    return count;
  },
};
