import type { Child, FC } from 'hono/jsx';
import type { Registration } from '../../../../functions/events/registrations/registration';
import type { Page } from '../../../env';
import type { DONE } from '../../../query';
import { routes } from '../../../routes';
import { ConsolePage } from '../../../ui/console';
import type { FilledForm } from '../../../ui/form';
import { Island } from '../../../ui/island';

/** A decision that has a page of its own, by its word in the address. */
export type Decision = (typeof DONE)['cancelled' | 'declined' | 'replaced' | 'corrected' | 'moved'];

interface DecidePageProps {
  c: Page;
  registration: Registration;
  decision: Decision;
  title: string;
  form: FilledForm<never>;
  hidden?: Record<string, string>;
  children: Child;
  /** The button; none if there is nothing to decide. */
  submit?: Child;
}

/** A page that asks for what a decision needs, and does nothing before its form is sent. */
export const DecidePage: FC<DecidePageProps> = ({ c, registration: r, decision, title, form, ...rest }) => (
  <ConsolePage
    c={c}
    title={title}
    at={routes.consoleEvents()}
    above={
      <a class="back" href={routes.consoleRegistration(r.id)}>
        ‹ {r.fullName}
      </a>
    }
  >
    <div class="form">
      <form.Errors />
      <form.Post action={routes.consoleDecide(r.id, decision)} hidden={rest.hidden}>
        {rest.children}
        {rest.submit && (
          <p class="actions">
            {rest.submit}
            <a class="btn plain" href={routes.consoleRegistration(r.id)}>
              Thôi
            </a>
          </p>
        )}
      </form.Post>
    </div>
    <Island name="form" />
  </ConsolePage>
);
