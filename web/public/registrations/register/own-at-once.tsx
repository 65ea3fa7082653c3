import type { FC } from 'hono/jsx';
import { areAtOnce } from '../../../../functions/events/event/days';
import type { Event } from '../../../../functions/events/event/event';
import { hasLeft } from '../../../../functions/events/registrations/registration';
import { span } from '../../../../functions/platform/time/format-date';
import { copy } from '../../../copy/copy';
import type { Page } from '../../../env';
import { titleIn } from '../../../parts/events/event-words';
import { routes } from '../../../routes';
import { here } from '../../../ui/layout';
import type { Own } from '../own/own';

/** Says that the reader is registered for another event at the same time: of what this browser has proved, no more. */
export const OwnAtOnce: FC<{ c: Page; own: Own | undefined; event: Event }> = ({ c, own, event }) => {
  if (!own || own.event.id === event.id || hasLeft(own.registration)) return null;
  if (own.event.status !== 'published' || !areAtOnce(own.event, event)) return null;
  const language = c.get('language');
  const t = copy(language).registrations;
  const { title, lang } = titleIn(own.event, language);
  return (
    <p class="notice lotus">
      {t.ownAtOnce}{' '}
      <a href={here(c, routes.reviewed())} lang={lang}>
        {title}
      </a>
      , {span(own.event.startsAt, own.event.endsAt, language)}. {t.ownAtOnceThen}
    </p>
  );
};
