import type { Child, FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import { dialPhone, showPhone } from '../../../../functions/platform/text/phone';
import { copy } from '../../../copy/copy';
import type { Page } from '../../../env';
import { inBrief, titleIn } from '../../../parts/events/event-words';
import { routes } from '../../../routes';
import { here, PublicPage } from '../../../ui/layout';
import { contactOf } from '../own/own';

interface AboutEventProps {
  c: Page;
  event: Event;
  title: string;
  /** The form that the page draws. */
  form?: object;
  children?: Child;
}

/** A page of registering for one event, with the way back to the event. */
export const AboutEvent: FC<AboutEventProps> = ({ c, event, title, form, children }) => {
  const about = titleIn(event, c.get('language'));
  return (
    <PublicPage
      c={c}
      title={`${title}: ${about.title}`}
      contact={contactOf(event)}
      form={form}
      share={{ description: inBrief(event, c.get('language')) }}
      personal
    >
      <a class="back tap" href={here(c, routes.event(event.id))} lang={about.lang}>
        ‹ {about.title}
      </a>
      {children}
    </PublicPage>
  );
};

/** The person to call about the event. */
export const CallContact: FC<{ c: Page; event: Event }> = ({ c, event }) => (
  <p>
    <a class="tap" href={`tel:${dialPhone(event.contactPhone)}`}>
      {copy(c.get('language')).events.call} <span class="nowrap">{showPhone(event.contactPhone)}</span>
    </a>
  </p>
);
