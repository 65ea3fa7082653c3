import { calendarFile } from '../../../functions/events/event/calendar-file';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { EventView } from '../../parts/events/event-view';
import { inBrief, titleIn } from '../../parts/events/event-words';
import { routes } from '../../routes';
import { keepBriefly } from '../../ui/cache';
import { sendFile } from '../../ui/download';
import { here, PublicPage } from '../../ui/layout';
import { publicEvent } from './public-event';

const KEEP_SECONDS = 5;

/** The page of one event. */
export const eventPage = async (c: Page) => {
  const { event, room } = await publicEvent(c.get('world'), c.req.param('id')!);
  const language = c.get('language');
  keepBriefly(c, KEEP_SECONDS);
  return c.html(
    <PublicPage
      c={c}
      title={titleIn(event, language).title}
      contact={{ name: event.contactName, phone: event.contactPhone }}
      share={{ description: inBrief(event, language) }}
    >
      <a class="back tap" href={here(c, routes.home())}>
        ‹ {copy(language).events.back}
      </a>
      <EventView c={c} event={event} room={room} />
    </PublicPage>,
  );
};

/** The event as a file for a calendar. */
export const eventCalendar = async (c: Page) => {
  const world = c.get('world');
  const { event } = await publicEvent(world, c.req.param('id')!);
  keepBriefly(c, KEEP_SECONDS);
  return sendFile(c, await calendarFile(world, event));
};
