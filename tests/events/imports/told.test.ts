import { beforeAll, describe, expect, it } from 'vitest';
import type { Event } from '../../../functions/events/event/event';
import { importList } from '../../../functions/events/imports/start';
import { undoImport } from '../../../functions/events/imports/undo';
import { readList } from '../../../functions/events/rosters/read-list';
import { deliver } from '../../../functions/notices/deliver';
import { createDueDeliveriesOfEvent } from '../../../functions/notices/due-deliveries-of-event';
import { listCalls, tick } from '../../../functions/outbox/calls/calls';
import { deliveriesOf } from '../../../functions/outbox/deliveries/find';
import { MINUTE } from '../../../functions/platform/time/dates';
import { addEvent } from '../../support/events';
import { comes } from '../../support/people';
import { addPlaces } from '../../support/places';
import { useWorld } from '../../support/world';
import { HEAD, ordered, peopleOf, rowsOf, runToEnd } from './scene';

const world = useWorld();
beforeAll(() => addPlaces(world));

/** What the streams bring: every notice that is due is written down, and mails go out. */
const tell = async (event: Event) => {
  world.clock.forward(MINUTE);
  await createDueDeliveriesOfEvent(world, event);
  await deliver(world);
};
const toldOf = async (id: string) =>
  (await deliveriesOf(world, id)).map(({ template, state }) => `${template} ${state}`).sort();
const undone = async (id: string) => {
  await undoImport(world, id);
  await runToEnd(world, id);
};

describe('people of an import that is taken back', () => {
  it('who were told are told; who were not hear nothing; who gets a seat is told so', async () => {
    const event = await addEvent(world, 10, { capacity: 3 });
    const [mailed, ...others] = rowsOf(3);
    const text = [`${HEAD}\tEmail`, `${mailed}\tmot@mau.example`, ...others].join('\n');
    const { id } = await importList(world, event.id, await readList(world, text));
    await runToEnd(world, id);
    const [first, second, third] = await peopleOf(world, event);
    const waits = await comes(world, event.id, { email: 'cho@mau.example' });
    expect(waits.status).toBe('waitlisted');
    world.sent.length = 0;
    await tell(event);
    const line = (await listCalls(world, { eventId: event.id, limit: 9 })).items.find(
      (l) => l.pk === second!.id,
    )!;
    await tick(world, line.id, 'told');

    await undone(id);
    await tell(event);
    expect(await toldOf(first!.id)).toEqual(['cancelled sent', 'confirmed sent']);
    expect(await toldOf(second!.id)).toEqual(['cancelled to-call', 'confirmed told']);
    expect(await toldOf(third!.id)).toEqual(['confirmed dropped']);
    expect(await toldOf(waits.id)).toContain('promoted sent');
  });

  it('and are imported and taken back again before they were told hear of neither', async () => {
    const event = await addEvent(world, 10);
    const rows = rowsOf(1);
    const one = await ordered(world, event.id, rows);
    await runToEnd(world, one.id);
    const [person] = await peopleOf(world, event);
    await tell(event);
    const [line] = (await listCalls(world, { eventId: event.id, limit: 9 })).items;
    await tick(world, line!.id, 'told');
    await undone(one.id);
    await tell(event);
    expect(await toldOf(person!.id)).toEqual(['cancelled to-call', 'confirmed told']);
    const [second] = (await listCalls(world, { eventId: event.id, limit: 9 })).items;
    await tick(world, second!.id, 'told');

    world.clock.forward(MINUTE);
    const two = await ordered(world, event.id, rows);
    await runToEnd(world, two.id);
    await undone(two.id);
    await tell(event);
    // Told of the first seat and of its end; of the second neither.
    expect(await toldOf(person!.id)).toEqual(['cancelled told', 'confirmed told']);
  });
});
