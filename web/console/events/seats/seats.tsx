import type { FC } from 'hono/jsx';
import * as z from 'zod';
import type { Event } from '../../../../functions/events/event/event';
import { mayEvent } from '../../../../functions/events/event/may';
import type { EventRoom } from '../../../../functions/events/event/room';
import { summarise } from '../../../../functions/events/event/summarise';
import { lastToCome, lowerCapacity } from '../../../../functions/events/registrations/change/lower-capacity';
import type { Registration } from '../../../../functions/events/registrations/registration';
import { parse } from '../../../../functions/platform/input/parse';
import { Problem } from '../../../../functions/platform/problem/problem';
import { showCount, typedNumber } from '../../../../functions/platform/text/count';
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
const shared = (event: Event): Shared[] =>
  event.mode === 'both' ? ['open', 'online'] : [event.mode === 'online' ? 'online' : 'open'];

const Seats = z.coerce.number('seats-whole').int('seats-whole').min(0, 'seats-whole').max(20_000);
const SeatsInput = z.object({
  open: Seats.optional(),
  online: Seats.optional(),
  /** The people that the organizer saw, and the pool whose number was agreed to. */
  unseated: z.array(z.string()).default([]),
  lower: z.enum(['open', 'online']).optional(),
});
type Typed = z.output<typeof SeatsInput>;
type Shared = 'open' | 'online';

/** A pool that is to have fewer seats than are held, and the people who would lose theirs. */
interface Lowering {
  pool: Shared;
  seats: number;
  people: readonly Registration[];
}

interface SeatsOfEvent {
  event: Event;
  room: EventRoom;
  lowering?: Lowering | undefined;
}

/** The last who came, and the question whether they go back to the queue. */
const WhoLoses: FC<{ lowering: Lowering }> = ({ lowering: { pool, seats, people } }) => (
  <div class="notice">
    <h3>
      Còn {showCount(seats)} chỗ thì {showCount(people.length)} người đăng ký sau cùng mất chỗ
    </h3>
    <p>
      Những người này về đầu danh sách chờ, theo thứ tự đăng ký, và được báo lại. Người đã có mặt thì không
      mất chỗ.
    </p>
    <ol>
      {people.map((r) => (
        <li>
          {r.fullName} <span class="soft">{r.bodyName ?? r.unitName}</span>
          <input type="hidden" name="unseated" value={r.id} />
        </li>
      ))}
    </ol>
    <Button kind="warn" name="lower" value={pool}>
      Giảm còn {showCount(seats)} chỗ và báo {showCount(people.length)} người
    </Button>
  </div>
);

/** Here a number below the seats held is no mistake: the organizer is asked. */
const ASKED = { 'capacity-below-held': 'capacity-to-confirm' };

const seatsForm = defineForm({
  fields: () => ({
    open: { label: 'Số chỗ tại hội trường', inputmode: 'numeric', class: 'year', codes: ASKED },
    online: { label: 'Số chỗ trực tuyến', inputmode: 'numeric', class: 'year', codes: ASKED },
    unseated: { as: 'custom' },
    lower: { as: 'custom' },
  }),
  fill: ({ event, room }: SeatsOfEvent) =>
    Object.fromEntries(shared(event).map((pool) => [pool, showCount(seatsIn(room, pool).size)])),
  page: (c, form, { event, room, lowering }) => (
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
            Tăng chỗ thì người chờ được xếp ngay, theo thứ tự. Giảm dưới số chỗ đã giữ thì hệ thống hỏi lại
            trước.
          </p>
          {shared(event).map((pool) => (
            <form.Field name={pool} />
          ))}
          {lowering ? <WhoLoses lowering={lowering} /> : <Button>Lưu số chỗ</Button>}
        </form.Post>
      )}
    </EventFrame>
  ),
});

/** Who would lose a seat, where a number is below the seats held. */
const loweringOf = async (
  c: Page,
  event: Event,
  room: EventRoom,
  typed: Typed,
): Promise<Lowering | undefined> => {
  for (const pool of shared(event)) {
    const seats = typed[pool];
    if (seats === undefined || seats >= seatsIn(room, pool).held) continue;
    const people = await lastToCome(c.get('world'), event, pool, seats);
    if (people.length) return { pool, seats, people };
  }
  return undefined;
};

const setSeats = async (c: Page, { event, room }: SeatsOfEvent, { unseated, lower, ...typed }: Typed) => {
  const world = c.get('world');
  for (const pool of shared(event)) {
    const seats = typed[pool];
    if (seats === undefined || seats === seatsIn(room, pool).size) continue;
    if (pool === lower) await lowerCapacity(world, event, { pool, seats, unseated });
    else await setPoolSize(world, event.id, { pool, path: pool }, seats);
  }
  await summarise(world, event.id);
};

/** The seats of an event, and a form that changes their number. */
export const seatsPage = {
  get: async (c: Page) => seatsForm.show(c, await readForStaff(c, c.req.param('id')!)),
  post: async (c: Page) => {
    const subject = await readForStaff(c, c.req.param('id')!);
    const { event } = subject;
    if (!mayEvent(c.get('account'), event, c.get('world').now()).edit)
      throw new Problem('forbidden', 'forbidden');
    let typed: Typed | undefined;
    return seatsForm.handle(
      c,
      async ({ fields, typed: sent }) => {
        const seats = Object.fromEntries(
          shared(event).flatMap((pool) => {
            const said = fields[pool];
            return said === undefined ? [] : [[pool, typedNumber(said) ?? said]];
          }),
        );
        typed = parse(SeatsInput, { ...fields, ...seats, unseated: [sent.unseated ?? []].flat() });
        await setSeats(c, subject, typed);
        return withQuery(routes.consoleSeats(event.id), { [QUERY.done]: DONE.saved });
      },
      async () => {
        // One pool may have been changed before the other was refused.
        const now = await readForStaff(c, event.id);
        return { ...now, lowering: typed && (await loweringOf(c, now.event, now.room, typed)) };
      },
    );
  },
};
