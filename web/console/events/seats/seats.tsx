import * as z from 'zod';
import type { Event } from '../../../../functions/events/event/event';
import { mayEvent } from '../../../../functions/events/event/may';
import type { EventRoom } from '../../../../functions/events/event/room';
import { summarise } from '../../../../functions/events/event/summarise';
import { parse } from '../../../../functions/platform/input/parse';
import { Problem } from '../../../../functions/platform/problem/problem';
import { setPoolSize } from '../../../../functions/seats/capacity';
import { seatsIn } from '../../../../functions/seats/ledger/room';
import type { Page } from '../../../env';
import { DONE, QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { Button, defineForm } from '../../../ui/form';
import { EventFrame } from '../parts/frame';
import { readForStaff } from '../parts/read';
import { PoolTable } from './pool-table';

/** The pools that are open to all, by the event's mode; a quota's seats change with its nomination. */
const shared = (event: Event): ('open' | 'online')[] =>
  event.mode === 'both' ? ['open', 'online'] : [event.mode === 'online' ? 'online' : 'open'];

const Seats = z.coerce.number('seats-whole').int('seats-whole').min(0, 'seats-whole').max(20_000);
const SeatsInput = z.object({ open: Seats.optional(), online: Seats.optional() });

const seatsForm = defineForm({
  fields: () => ({
    open: { label: 'Số chỗ tại hội trường', inputmode: 'numeric', class: 'year' },
    online: { label: 'Số chỗ trực tuyến', inputmode: 'numeric', class: 'year' },
  }),
  fill: ({ event, room }: { event: Event; room: EventRoom }) =>
    Object.fromEntries(shared(event).map((pool) => [pool, String(seatsIn(room, pool).size)])),
  page: (c, form, { event, room }) => (
    <EventFrame c={c} event={event} at={routes.consoleSeats(event.id)} title="Chỗ">
      {c.req.query(QUERY.done) && (
        <div class="notice" role="status">
          <p>Đã lưu số chỗ.</p>
        </div>
      )}
      <PoolTable room={room} admission={event.admission} />
      {mayEvent(c.get('account'), event, c.get('world').now()).edit && (
        <form.Post action={routes.consoleSeats(event.id)} class="form">
          <form.Errors />
          <h3>Đổi số chỗ</h3>
          <p class="soft">
            Tăng chỗ thì người chờ được xếp ngay, theo thứ tự. Không giảm dưới số chỗ đã giữ.
          </p>
          {shared(event).map((pool) => (
            <form.Field name={pool} />
          ))}
          <Button>Lưu số chỗ</Button>
        </form.Post>
      )}
    </EventFrame>
  ),
});

/** The seats of an event, and a form that changes their number. */
export const seatsPage = {
  get: async (c: Page) => seatsForm.show(c, await readForStaff(c, c.req.param('id')!)),
  post: async (c: Page) => {
    const world = c.get('world');
    const { event, room } = await readForStaff(c, c.req.param('id')!);
    if (!mayEvent(c.get('account'), event, world.now()).edit) throw new Problem('forbidden', 'forbidden');
    return seatsForm.handle(
      c,
      async ({ fields }) => {
        const typed = parse(SeatsInput, fields);
        for (const pool of shared(event)) {
          const seats = typed[pool];
          if (seats !== undefined && seats !== seatsIn(room, pool).size)
            await setPoolSize(world, event.id, { pool, path: pool }, seats);
        }
        await summarise(world, event.id);
        return withQuery(routes.consoleSeats(event.id), { [QUERY.done]: DONE.saved });
      },
      // One pool may have been changed before the other was refused.
      () => readForStaff(c, event.id),
    );
  },
};
