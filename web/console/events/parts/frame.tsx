import type { Child, FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import type { Page } from '../../../env';
import { KIND_TAG } from '../../../parts/events/event-words';
import { routes } from '../../../routes';
import { ConsolePage } from '../../../ui/console';
import { EventTabs } from './tabs';
import { KIND, statusOf } from './words';

interface EventFrameProps {
  c: Page;
  event: Event;
  /** The URL of the tab that this page is. */
  at: string;
  /** What the tab shows; the first one is the event itself. */
  title?: string;
  /** The one thing to do here. */
  action?: Child;
  children: Child;
}

/** A tab of one event. The way back, the name, the status and the tabs are the same on each. */
export const EventFrame: FC<EventFrameProps> = ({ c, event, at, title, action, children }) => {
  const status = statusOf(event, c.get('world').now());
  return (
    <ConsolePage
      c={c}
      title={event.title}
      tab={title && `${title}: ${event.title}`}
      at={routes.consoleEvents()}
      back={{ href: routes.consoleEvents(), label: 'Lớp, hội nghị' }}
    >
      <p class="tags">
        <span class={status.tag}>{status.word}</span>{' '}
        <span class={KIND_TAG[event.kind]}>{KIND[event.kind]}</span>
      </p>
      <EventTabs c={c} eventId={event.id} at={at} />
      {title && (
        <div class="bar">
          <h2>{title}</h2>
          {action}
        </div>
      )}
      {children}
    </ConsolePage>
  );
};
