import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import type { AnyEventRoom } from '../../../../functions/events/event/room';
import { copy } from '../../../copy/copy';
import type { Page } from '../../../env';
import { sharedSeats } from '../../../parts/events/shared-seats';
import type { FilledForm } from '../../../ui/form';

/** Free seats of an event that is held both ways. */
const freeSeatsOf = (event: Event, room: AnyEventRoom) => {
  const pools = sharedSeats(event, room);
  const free = (pool: string) => pools.find((one) => one.pool === pool)?.free ?? 0;
  return { hall: free('open'), online: free('online') };
};

interface SeatsProps {
  event: Event;
  room: AnyEventRoom;
}

/** Before the form: one of the two ways is full, the other has seats. */
export const FullHallNote: FC<SeatsProps & { c: Page }> = ({ c, event, room }) => {
  if (event.mode !== 'both') return null;
  const t = copy(c.get('language')).registrations;
  const { hall, online } = freeSeatsOf(event, room);
  if (hall > 0 === online > 0) return null;
  return <p class="notice">{hall > 0 ? t.onlineFull(hall) : t.hallFull(online)}</p>;
};

/** In the hall or online, each with its free seats; what has a seat is chosen before the person chooses. */
export const HallOrOnline: FC<SeatsProps & { form: FilledForm<'online'> }> = ({ form, event, room }) => {
  const { person, registrations: t } = copy(form.language);
  const { hall, online } = freeSeatsOf(event, room);
  const left = (free: number) => (free > 0 ? t.seatsLeft(free) : t.queueOnly);
  const filled = form.with({ online: hall === 0 && online > 0 ? 'yes' : 'no', ...form.values });
  return (
    <filled.Field
      name="online"
      options={[
        { value: 'no', label: `${person.inHall} (${left(hall)})` },
        { value: 'yes', label: `${person.online} (${left(online)})` },
      ]}
    />
  );
};
