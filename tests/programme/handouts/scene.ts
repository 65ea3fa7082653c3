import { rewritePerson } from '../../../functions/events/registrations/change/personal';
import type { Registration } from '../../../functions/events/registrations/registration';
import { type Handout, HandoutInput } from '../../../functions/programme/handouts/handout';
import { createHandout } from '../../../functions/programme/handouts/save';
import { inDays, publishedEvent } from '../../support/events';
import { comes } from '../../support/people';
import type { TestWorld } from '../../support/world';

/** Three hundred booklets of this year. */
export const booklets = (more: object = {}) => ({
  title: 'Sổ tay hòa giải',
  printed: 300,
  year: 2026,
  ...more,
});

export const addHandout = (world: TestWorld, more: object = {}): Promise<Handout> =>
  createHandout(world, HandoutInput.parse(booklets(more)));

/** A training with people; of the last one is only known that they registered. */
export const trainingWith = async (
  world: TestWorld,
  people: readonly [fullName: string, phone: string][],
): Promise<{ eventId: string; came: Registration[]; absent: Registration }> => {
  const event = await publishedEvent(world, { kind: 'training', capacity: 100 }, inDays(world, 20));
  const registered: Registration[] = [];
  for (const [fullName, phone] of people)
    registered.push(await comes(world, event.id, { fullName, phone, unitId: 'unt_dinhan' }));
  const absent = registered.pop()!;
  for (const r of registered) await rewritePerson(world, r, { came: { 1: event.startsAt } });
  return { eventId: event.id, came: registered, absent };
};
