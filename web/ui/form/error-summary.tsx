import type { FC } from 'hono/jsx';
import { copy } from '../../copy/copy';
import { type FormState, fieldId, messageOf } from './state';

interface SummaryProps {
  form: FormState;
  /** The name of a field, if the messages of a long form do not contain it. */
  named?: (path: string) => string | undefined;
}

/** Says how many things need mending and leads to each. Comes first on the page. */
export const ErrorSummary: FC<SummaryProps> = ({ form, named = form.called }) =>
  form.errors.length === 0 ? null : (
    <div class="error-summary" role="alert" tabindex={-1} id="loi">
      <h2>{copy(form.language).shared.errors(form.errors.length)}</h2>
      <ul>
        {form.errors.map((e) => (
          <li>
            <a href={e.path ? `#${fieldId(e.path)}` : '#noi-dung'}>
              {[named?.(e.path), messageOf(form.language, e)].filter(Boolean).join(': ')}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
