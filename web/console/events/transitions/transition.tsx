import type { Child, FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import { mayEvent } from '../../../../functions/events/event/may';
import type { EventRoom } from '../../../../functions/events/event/room';
import { Problem } from '../../../../functions/platform/problem/problem';
import type { Page } from '../../../env';
import { routes } from '../../../routes';
import { ConsolePage } from '../../../ui/console';
import { Button, type Fields, type FilledForm, type Form } from '../../../ui/form';
import { readForStaff } from '../parts/read';
import { whenWords } from '../parts/words';

/** What a transition is about. */
export interface AboutEvent {
  event: Event;
  room: EventRoom;
}

type Verb = 'publish' | 'postpone' | 'cancel' | 'discard';

interface Transition<Name extends string> {
  /** The right that it needs. */
  verb: Verb;
  /** The page that asks first. */
  form: Form<Name, AboutEvent>;
  /** Does it. @returns where to go then */
  act: (c: Page, event: Event, fields: Fields) => Promise<string>;
}

/** A transition is a page that asks, and a form that does it. */
export const transition = <Name extends string>({ verb, form, act }: Transition<Name>) => ({
  get: async (c: Page) => form.show(c, await mayDo(c, verb)),
  post: async (c: Page) => {
    const { event } = await mayDo(c, verb);
    return form.handle(
      c,
      ({ fields }) => act(c, event, fields),
      () => readForStaff(c, event.id),
    );
  },
});

/** Reads the event of a transition. @throws Problem where the account or the event's state forbids it */
const mayDo = async (c: Page, verb: Verb): Promise<AboutEvent> => {
  const about = await readForStaff(c, c.req.param('id')!);
  const can = mayEvent(c.get('account'), about.event, c.get('world').now());
  if (can[verb] || (verb === 'publish' && can.resume)) return about;
  if (!can.duplicate) throw new Problem('forbidden', 'forbidden');
  throw new Problem('conflict', whyNot(about.event, verb));
};

const whyNot = ({ status }: Event, verb: Verb): string => {
  if (status === 'published')
    return verb === 'publish' || verb === 'discard' ? 'event-already-published' : 'event-over';
  if (status === 'draft') return verb === 'publish' ? 'event-over' : 'event-draft';
  return status === 'postponed' ? 'event-postponed' : 'event-cancelled';
};

/** The version of the event that the form showed, for an ability that takes any where none is given. */
export const versionOf = (fields: Fields) => ({ version: Number(fields.version) || undefined });

interface AskingProps {
  c: Page;
  event: Event;
  title: string;
  children: Child;
}

/** The frame of a page that asks before it acts. */
export const AskingPage: FC<AskingProps> = ({ c, event, title, children }) => (
  <ConsolePage
    c={c}
    title={title}
    at={routes.consoleEvents()}
    back={{ href: routes.consoleEvent(event.id), label: 'Quay lại' }}
  >
    <p>
      <b>{event.title}</b>
      <br />
      {whenWords(event)}
    </p>
    {children}
  </ConsolePage>
);

interface ConfirmProps extends AskingProps {
  form: Pick<FilledForm<never>, 'Errors' | 'Post'>;
  action: string;
  /** The words on the button. */
  yes: string;
  /** What it does cannot be taken back. */
  warn?: boolean;
}

/** A page that asks before it acts, with the button that acts and the way back. */
export const ConfirmPage: FC<ConfirmProps> = ({ form, action, yes, warn, children, ...page }) => (
  <AskingPage {...page}>
    <form.Post action={action} class="form" hidden={{ version: String(page.event.version) }}>
      <form.Errors />
      {children}
      <div class="actions">
        <Button kind={warn ? 'warn' : undefined}>{yes}</Button>
        <a class="btn plain" href={routes.consoleEvent(page.event.id)}>
          Quay lại
        </a>
      </div>
    </form.Post>
  </AskingPage>
);
