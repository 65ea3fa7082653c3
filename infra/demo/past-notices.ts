import { getEvent } from '../../functions/events/event/get';
import { everyRegistration } from '../../functions/events/registrations/find';
import type { Registration } from '../../functions/events/registrations/registration';
import { callLine } from '../../functions/notices/call-line';
import { occasionsOf, recipientOf, type Subject } from '../../functions/notices/subject';
import { chooseChannel } from '../../functions/outbox/deliveries/channels';
import type { Delivery } from '../../functions/outbox/deliveries/delivery';
import { noticesTable } from '../../functions/outbox/deliveries/notices-table';
import { newId } from '../../functions/platform/keys/ids';
import { DAY, iso, MINUTE, ms } from '../../functions/platform/time/dates';
import type { World } from '../../functions/platform/world/world';

/** People who registered themselves before that were mailed or called at the time. */
const LONG_AGO = 2 * DAY;

const toldAtTheTime = (world: World, r: Registration) =>
  r.how !== 'nominator' && ms(r.updatedAt) < world.now() - LONG_AGO;

/**
 * Writes the notices of the weeks before the first start as told; otherwise that start would mail hundreds of
 * people. Recent notices and all letters are left to the system. Bulk writes, like those of the seats.
 */
export const seedPastNotices = async (organizer: World, eventId: string): Promise<void> => {
  const event = await getEvent(organizer, eventId);
  const told: Delivery[] = [];
  for await (const thing of everyRegistration(organizer, event)) {
    if (!toldAtTheTime(organizer, thing)) continue;
    const subject: Subject = { kind: 'registration', event, thing };
    for (const { sk, template } of occasionsOf(subject, organizer.now()))
      told.push(await delivery(organizer, subject, { thing, sk, template }));
  }
  await organizer.db.putMany(noticesTable, told);
};

const delivery = async (
  world: World,
  subject: Subject,
  { thing, sk, template }: { thing: Registration; sk: string; template: string },
): Promise<Delivery> => {
  const recipient = recipientOf(subject);
  const at = ms(thing.updatedAt);
  const channel = chooseChannel(recipient, false).name;
  return {
    pk: thing.id,
    sk,
    id: newId('delivery', at),
    channel,
    template,
    dueAt: iso(at),
    eventId: thing.eventId,
    name: recipient.name,
    phone: recipient.phone,
    ...(channel === 'email'
      ? { state: 'sent', attempts: 1, email: recipient.email }
      : {
          state: 'told',
          attempts: 0,
          toldBy: world.db.actor,
          toldAt: iso(at + 40 * MINUTE),
          ...(await callLine(world, subject, { sk, template })),
        }),
    createdAt: iso(at),
    updatedAt: iso(at + 40 * MINUTE),
  };
};
