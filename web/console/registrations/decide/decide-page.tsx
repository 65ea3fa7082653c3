import type { Child, FC } from 'hono/jsx';
import type { Page } from '../../../env';
import { DONE } from '../../../query';
import { routes } from '../../../routes';
import { ConsolePage } from '../../../ui/console';
import type { FilledForm } from '../../../ui/form';
import { Island } from '../../../ui/island';
import type { One } from '../parts/access';
import { Facts } from '../parts/facts';

/** A decision that has a page of its own, by its word in the address. */
export type Decision = (typeof DONE)[
  | 'cancelled'
  | 'declined'
  | 'replaced'
  | 'corrected'
  | 'moved'
  | 'restricted'];

interface DecidePageProps {
  c: Page;
  one: One;
  decision: Decision;
  title: string;
  form: FilledForm<never>;
  hidden?: Record<string, string>;
  children: Child;
  /** The button; none if there is nothing to decide. */
  submit?: Child;
}

/** A page that asks for what a decision needs, and does nothing before its form is sent. */
export const DecidePage: FC<DecidePageProps> = ({ c, one, decision, title, form, ...rest }) => {
  const { registration: r } = one;
  return (
    <ConsolePage
      c={c}
      title={title}
      at={routes.consoleEvents()}
      back={{ href: routes.consoleRegistration(r.id), label: r.fullName }}
    >
      <div class="form">
        <form.Errors />
        <form.Post action={routes.consoleDecide(r.id, decision)} hidden={rest.hidden}>
          {/* The page shows the newest registration: sending the form again means that it was seen. */}
          {decision !== DONE.corrected && <input type="hidden" name="version" value={String(r.version)} />}
          {form.errors.some((e) => e.code === 'registration-changed-since') && <Facts {...one} />}
          {rest.children}
          {rest.submit && (
            <p class="actions">
              {rest.submit}
              <a class="btn plain" href={routes.consoleRegistration(r.id)}>
                Quay lại
              </a>
            </p>
          )}
        </form.Post>
      </div>
      <Island name="form" />
    </ConsolePage>
  );
};
