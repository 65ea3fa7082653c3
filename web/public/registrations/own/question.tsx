import type { Child, FC } from 'hono/jsx';
import type { Page } from '../../../env';
import { titleIn } from '../../../parts/events/event-words';
import type { FilledForm } from '../../../ui/form';
import { Island } from '../../../ui/island';
import { PublicPage } from '../../../ui/layout';
import { Vi } from '../../../vietnamese';
import { contactOf, type Own } from './own';

interface OwnQuestionProps {
  c: Page;
  own: Own;
  form: Pick<FilledForm<never>, 'Errors' | 'errors'>;
  title: string;
  /** What follows from a yes. */
  lead: string;
  /** The form with its answers. */
  children: Child;
}

/** A page that asks before the reader's own registration changes: about which event, and whose it is. */
export const OwnQuestion: FC<OwnQuestionProps> = ({ c, own, form, title, lead, children }) => {
  const language = c.get('language');
  const about = titleIn(own.event, language);
  return (
    <PublicPage c={c} title={title} contact={contactOf(own.event)} form={form} personal>
      <div class="form">
        <h1>{title}</h1>
        <form.Errors />
        <p>
          <b lang={about.lang}>{about.title}</b>
          <br />
          <Vi language={language}>{own.registration.fullName}</Vi>
        </p>
        <p>{lead}</p>
        {children}
      </div>
      <Island name="form" />
    </PublicPage>
  );
};
