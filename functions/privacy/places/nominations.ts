import { getNomination, listNominations } from '../../events/nominations/list';
import type { Nomination } from '../../events/nominations/nomination';
import { writeNomination } from '../../events/nominations/write';
import { FORGOTTEN } from '../../events/person/forgotten';
import type { World } from '../../platform/world/world';
import { isPerson, type Person } from '../person/gather';
import { scrubMails } from './mails';
import { scrubDeliveries } from './notices';
import type { Place } from './place';

const isContact = (
  world: World,
  person: Person,
  { contactName, contactPhone, contactEmail }: Nomination,
): boolean => isPerson(world, person, { name: contactName, phone: contactPhone, email: contactEmail });

/** The officer who was asked to name people: a contact of the unit, and what was told to them. */
export const nominationsOf = (eventId: string): Place => ({
  find: async (world, person) =>
    (await listNominations(world, eventId))
      .filter((one) => isContact(world, person, one))
      .map(({ id, name, contactName, contactPhone, contactEmail }) => ({
        place: 'nominations',
        id,
        eventId,
        values: { unitName: name, contactName, contactPhone, contactEmail },
      })),
  forget: async (world, person) => {
    let count = 0;
    for (const { id } of await listNominations(world, eventId)) {
      const nomination = await getNomination(world, id);
      const is = isContact(world, person, nomination);
      // Of one whose contact was forgotten before, a mail may have been under way.
      if (!is && nomination.contactName !== FORGOTTEN) continue;
      count += await scrubDeliveries(world, id, person);
      count += await scrubMails(world, id, person);
      const bare = { contactName: FORGOTTEN, contactPhone: undefined, contactEmail: undefined };
      if (is && (await writeNomination(world, nomination, bare)).ok) count++;
    }
    return count;
  },
});
