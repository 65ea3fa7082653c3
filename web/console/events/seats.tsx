import type { FC } from 'hono/jsx';
import * as z from 'zod';
import type { Event } from '../../../functions/events/event/event';
import { mayEvent } from '../../../functions/events/event/may';
import type { EventRoom } from '../../../functions/events/event/room';
import { summarise } from '../../../functions/events/event/summarise';
import { parse } from '../../../functions/platform/input/parse';
import { Problem } from '../../../functions/platform/problem/problem';
import { setPoolSize } from '../../../functions/seats/capacity';
import { isWaitedFor, seatsIn } from '../../../functions/seats/ledger/room';
import type { Page, Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { Button, ErrorSummary, Field, type FormState, freshForm } from '../../ui/form';
import { orShowAgain, readForm } from '../../ui/read-form';
import { EventFrame } from './frame';
import { readForStaff } from './read';

const nameOf = ({ pool, label }: { pool: string; label?: string }, admission: Event['admission']) => {
  if (pool === 'online') return 'Trực tuyến';
  if (pool !== 'open') return `Chỉ tiêu: ${label ?? pool}`;
  return admission === 'open' ? 'Tại hội trường, ai cũng đăng ký được' : 'Tại hội trường, chỗ chung';
};

/** Every pool with its seats as they are at this moment. */
export const PoolTable: FC<{ room: EventRoom; admission: Event['admission'] }> = ({ room, admission }) =>
  room.pools.length === 0 ? (
    <p class="soft">Chưa có chỗ nào. Số chỗ điền ở mục Sửa; chỉ tiêu giao ở mục Cử người.</p>
  ) : (
    <div class="scroll" tabindex={0} role="region" aria-label="Số chỗ">
      <table>
        <thead>
          <tr>
            <th scope="col">Loại chỗ</th>
            <th scope="col" class="num">
              Số chỗ
            </th>
            <th scope="col" class="num">
              Đã giữ
            </th>
            <th scope="col" class="num">
              Còn
            </th>
            <th scope="col">Danh sách chờ</th>
          </tr>
        </thead>
        <tbody>
          {room.pools.map((pool) => {
            const { size, held, free } = seatsIn(room, pool.pool);
            return (
              <tr>
                <th scope="row">{nameOf(pool, admission)}</th>
                <td class="num">{size}</td>
                <td class="num">{held}</td>
                <td class="num">{free}</td>
                <td>{isWaitedFor(room, pool.pool) ? 'Có người chờ' : 'Không'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );

const shared = (event: Event): ('open' | 'online')[] =>
  event.mode === 'both' ? ['open', 'online'] : [event.mode === 'online' ? 'online' : 'open'];

const Seats = z.coerce.number('seats-whole').int('seats-whole').min(0, 'seats-whole').max(20_000);

const show = async (c: Page, event: Event, room: EventRoom, form?: FormState) => {
  const can = mayEvent(c.get('account'), event, c.get('world').now());
  const now = freshForm(
    'vi',
    Object.fromEntries(shared(event).map((pool) => [pool, String(seatsIn(room, pool).size)])),
  );
  return c.html(
    <EventFrame c={c} event={event} at={routes.consoleSeats(event.id)} title="Chỗ">
      {c.req.query('xong') && (
        <div class="notice" role="status">
          <p>Đã lưu số chỗ.</p>
        </div>
      )}
      <PoolTable room={room} admission={event.admission} />
      {can.edit && (
        <form method="post" action={routes.consoleSeats(event.id)} class="form" novalidate>
          <ErrorSummary form={form ?? now} />
          <h3>Đổi số chỗ</h3>
          <p class="soft">
            Tăng chỗ thì người chờ được xếp ngay, theo thứ tự. Không giảm dưới số chỗ đã giữ.
          </p>
          {shared(event).map((pool) => (
            <Field
              form={form ?? now}
              name={pool}
              label={pool === 'online' ? 'Số chỗ trực tuyến' : 'Số chỗ tại hội trường'}
              inputmode="numeric"
              class="year"
            />
          ))}
          <Button>Lưu số chỗ</Button>
        </form>
      )}
    </EventFrame>,
  );
};

export const seatPages: Pages = (app) => {
  app.get(routes.consoleSeats(':id'), staffOnly, async (c) => {
    const { event, room } = await readForStaff(c, c.req.param('id')!);
    return show(c, event, room);
  });

  app.post(routes.consoleSeats(':id'), staffOnly, async (c) => {
    const world = c.get('world');
    const { event, room } = await readForStaff(c, c.req.param('id')!);
    if (!mayEvent(c.get('account'), event, world.now()).edit) throw new Problem('forbidden', 'forbidden');
    const { fields, typed } = await readForm(c);
    return orShowAgain(
      freshForm('vi', typed),
      async () => {
        const said = parse(z.object({ open: Seats.optional(), online: Seats.optional() }), fields);
        for (const pool of shared(event)) {
          const seats = said[pool];
          if (seats !== undefined && seats !== seatsIn(room, pool).size)
            await setPoolSize(world, event.id, { pool, path: pool }, seats);
        }
        await summarise(world, event.id);
        return c.redirect(`${routes.consoleSeats(event.id)}?xong=luu`, 303);
      },
      (form) => {
        c.status(422);
        return show(c, event, room, form);
      },
    );
  });
};
