import type { FC } from 'hono/jsx';
import { BODIES, type Group, PEOPLE, UNITS } from '../../../functions/events/broadcasts/groups';
import type { GroupCount } from '../../../functions/notices/broadcasts/recipients';
import { errorAt, type FormState, messageOf } from '../../ui/form';
import { countWords, GROUP_WORDS, waysWords } from './words';

const KINDS: readonly [string, readonly Group[]][] = [
  ['Người đăng ký', PEOPLE],
  ['Nơi được giao chỉ tiêu', UNITS],
  ['Cơ quan được mời', BODIES],
];

/** The groups that have somebody, each with how its people are reached. */
export const Groups: FC<{ form: FormState; counts: readonly GroupCount[] }> = ({ form, counts }) => {
  const error = errorAt(form, 'groups');
  const ticked = [form.values.groups].flat();
  return (
    <div class={error ? 'invalid' : undefined} id="o-groups" tabindex={-1}>
      {error && <p class="error-text">{messageOf('vi', error)}</p>}
      {KINDS.map(([kind, of]) => {
        const shown = counts.filter(
          (one) => of.includes(one.group) && (one.total > 0 || ticked.includes(one.group)),
        );
        return shown.length === 0 ? null : (
          <fieldset>
            <legend>{kind}</legend>
            {shown.map((one) => (
              <div class="check">
                <input
                  type="checkbox"
                  id={`o-${one.group}`}
                  name="groups"
                  value={one.group}
                  checked={ticked.includes(one.group)}
                />
                <label for={`o-${one.group}`}>
                  {GROUP_WORDS[one.group]}: <strong>{countWords(one.total, of)}</strong>
                  {one.total > 0 && <span class="soft small"> ({waysWords(one)})</span>}
                </label>
              </div>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
};
