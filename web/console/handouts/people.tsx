import type { Child, FC } from 'hono/jsx';
import { shortDate } from '../../../functions/platform/time/format-date';
import type { Given } from '../../../functions/programme/handouts/handout';
import { Button, Checkbox, type FilledForm } from '../../ui/form';

/** A person who received a copy, or can. */
export interface Candidate {
  id: string;
  name: string;
  /** The unit, the body or the team. */
  from: string;
}

/** The fields of a page that marks people. */
export const MARK_FIELDS = {
  /** The people who are ticked. */
  ids: { as: 'custom' },
  /** `1`: everybody. */
  all: { as: 'custom' },
  /** Whose mark is taken back. */
  back: { as: 'custom' },
} as const;
export type MarkField = keyof typeof MARK_FIELDS;

interface PeopleProps {
  form: FilledForm<MarkField>;
  action: string;
  people: readonly Candidate[];
  given: ReadonlyMap<string, Given>;
  /** A button beside the one for those who are ticked. */
  more?: Child;
}

/** One list of people: a box for each without a copy, and the day and an undo for each with one. */
export const People: FC<PeopleProps> = ({ form, action, people, given, more }) => (
  <form.Post action={action}>
    <fieldset id="o-ids">
      <legend class="hidden-label">Người nhận tài liệu</legend>
      <ul class="roll">
        {people.map(({ id, name, from }) => {
          const mark = given.get(id);
          return (
            <li>
              {mark ? (
                <p>
                  <strong>{name}</strong> <span class="soft">{from}</span>
                  <br />
                  <span class="tag">Đã nhận {shortDate(mark.at)}</span>{' '}
                  <button
                    type="submit"
                    class="linklike"
                    name="back"
                    value={id}
                    aria-label={`Bỏ ghi: ${name}`}
                  >
                    Bỏ ghi
                  </button>
                </p>
              ) : (
                <Checkbox form={form} name="ids" value={id} label={from ? `${name}, ${from}` : name} />
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
    <p class="actions">
      <Button>Ghi đã nhận cho người được chọn</Button>
      {more}
    </p>
  </form.Post>
);
