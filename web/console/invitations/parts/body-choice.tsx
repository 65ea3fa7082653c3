import type { FC } from 'hono/jsx';
import type { Body, BodyKind } from '../../../../functions/directory/bodies/body';
import { mailAddress } from '../../../../functions/directory/bodies/mail-address';
import { showCount } from '../../../../functions/platform/text/count';
import { QUERY, withQuery } from '../../../query';
import { Checkbox, type FormState, fieldId, messageOf } from '../../../ui/form';
import { KIND_WORDS } from '../../bodies/body-words';

const ALL = '1';

/** The bodies that the address of the page ticks: all that can be chosen, those of some kinds, or some by their ids. */
export const tickedBy = (
  asked: string | undefined,
  bodies: readonly Body[],
  invited: ReadonlySet<string>,
): string[] => {
  if (!asked) return [];
  const kinds = asked.split(',');
  return bodies
    .filter((b) => !invited.has(b.id) && (asked === ALL || kinds.includes(b.kind) || kinds.includes(b.id)))
    .map((b) => b.id);
};

interface ChoiceProps {
  form: FormState;
  bodies: readonly Body[];
  /** The ids of those that have an invitation. */
  invited: ReadonlySet<string>;
  /** The page, and what its address ticks now. */
  page: { path: string; asked: string | undefined };
}

/** Bodies to tick, by kind, one by one or together; those that are invited already cannot be. */
export const BodyChoice: FC<ChoiceProps> = (choice) => {
  const { form, bodies, invited, page } = choice;
  const error = form.errors.find((e) => e.path.startsWith('bodyIds'));
  const kinds = [...new Set(bodies.map((b) => b.kind))];
  const free = bodies.filter((b) => !invited.has(b.id));
  return (
    <fieldset id={fieldId('bodyIds')} class={error ? 'invalid' : undefined}>
      <legend>Mời cơ quan nào?</legend>
      {error && <p class="error-text">{messageOf('vi', error)}</p>}
      {free.length > 1 && (
        <p>
          {page.asked === ALL ? (
            <a href={page.path}>Bỏ chọn</a>
          ) : (
            <a href={withQuery(page.path, { [QUERY.allChosen]: ALL })}>
              Chọn cả {showCount(free.length)} cơ quan
            </a>
          )}
        </p>
      )}
      {kinds.map((kind) => (
        <OfKind {...choice} kind={kind} bodies={bodies.filter((b) => b.kind === kind)} />
      ))}
    </fieldset>
  );
};

const OfKind: FC<ChoiceProps & { kind: BodyKind }> = ({ form, kind, bodies, invited, page }) => {
  const free = bodies.filter((b) => !invited.has(b.id));
  const asked = page.asked && page.asked !== ALL ? page.asked.split(',') : [];
  const isTickable = free.length > 1 && page.asked !== ALL && !asked.includes(kind);
  return (
    <fieldset>
      <legend class="group">{KIND_WORDS[kind]}</legend>
      {isTickable && (
        <p class="small">
          <a href={withQuery(page.path, { [QUERY.allChosen]: [...asked, kind].join(',') })}>
            Chọn cả {showCount(free.length)} cơ quan<span class="hidden-label"> nhóm {KIND_WORDS[kind]}</span>
          </a>
        </p>
      )}
      {bodies.map((b) =>
        invited.has(b.id) ? (
          <p class="soft">{b.name}: đã có thư mời</p>
        ) : (
          <Checkbox
            form={{ ...form, errors: [] }}
            name="bodyIds"
            value={b.id}
            label={
              <>
                {b.name} <span class="soft">{mailAddress(b) ?? 'không có email dùng được: gọi điện'}</span>
              </>
            }
          />
        ),
      )}
    </fieldset>
  );
};
