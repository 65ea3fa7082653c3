import { FORGOTTEN } from '../../events/person/forgotten';
import { DELIVERY_PERSONAL, DELIVERY_STATES, type Delivery } from '../../outbox/deliveries/delivery';
import { deliveriesOf } from '../../outbox/deliveries/find';
import { transition } from '../../outbox/deliveries/transition';
import type { World } from '../../platform/world/world';
import { scrubbed, type Traits } from '../person/scrub';
import type { Place } from './place';
import { toldAbout } from './requests';

/** What a delivery says of its recipient; `setAside` while the person is restricted. */
const PERSONAL = [...DELIVERY_PERSONAL, 'setAside'] as const;

/** These wait for a sender, a caller or an organizer: they are dropped for good. */
const OPEN = ['due', 'held', 'to-call', 'not-reached'] as const satisfies readonly Delivery['state'][];

const isBare = (d: Delivery): boolean =>
  d.name === FORGOTTEN && PERSONAL.every((name) => name === 'name' || d[name] === undefined);

/** One that a sender has claimed stays claimed: it says by itself what became of it. */
const forgetDelivery = async (world: World, d: Delivery): Promise<boolean> => {
  const bare: Partial<Delivery> = {
    ...Object.fromEntries(PERSONAL.map((name) => [name, undefined])),
    name: FORGOTTEN,
  };
  const dropped = await transition(world, d, {
    from: OPEN,
    set: { ...bare, state: 'dropped', open: undefined, supersededBy: 'forgotten' },
  });
  if (dropped) return true;
  const others = DELIVERY_STATES.filter((state) => state !== 'sending');
  if (await transition(world, d, { from: others, set: { ...bare, open: undefined } })) return true;
  return (await transition(world, d, { from: ['sending'], set: bare })) !== undefined;
};

/** What the person was told, and what is to be told: deliveries and lines of call lists. */
export const notices: Place = {
  find: async (world, person) => {
    const ids = await toldAbout(world, person);
    const found = await Promise.all(ids.map((id) => deliveriesOf(world, id)));
    return found
      .flat()
      .filter((d) => !isBare(d))
      .map((d) => ({
        place: 'notices',
        id: d.id,
        eventId: d.eventId,
        values: {
          template: d.template,
          state: d.state,
          channel: d.channel,
          at: d.toldAt ?? d.updatedAt,
          ...Object.fromEntries(PERSONAL.map((name) => [name, d[name]])),
        },
      }));
  },
  forget: async (world, person) => {
    let count = 0;
    for (const id of await toldAbout(world, person))
      for (const d of await deliveriesOf(world, id))
        if (!isBare(d) && (await forgetDelivery(world, d))) count++;
    return count;
  },
};

/** Deliveries about another thing, of a unit or a body, lose what they say of the person. */
export const scrubDeliveries = async (world: World, subject: string, traits: Traits): Promise<number> => {
  let count = 0;
  for (const d of await deliveriesOf(world, subject)) {
    const said = Object.fromEntries(PERSONAL.flatMap((name) => (d[name] ? [[name, d[name]]] : [])));
    const left = scrubbed(said, traits) as Partial<Delivery>;
    const changed = PERSONAL.filter(
      (name) => said[name] && JSON.stringify(said[name]) !== JSON.stringify(left[name]),
    );
    if (changed.length === 0) continue;
    // A number or an address of which nothing is left is none.
    const set = Object.fromEntries(changed.map((name) => [name, left[name] || undefined]));
    if (await transition(world, d, { from: DELIVERY_STATES, set })) count++;
  }
  return count;
};
