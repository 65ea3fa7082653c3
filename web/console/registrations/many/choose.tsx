import type { Child, FC } from 'hono/jsx';
import type { Units } from '../../../../functions/directory/units/list';
import type { Event } from '../../../../functions/events/event/event';
import { isAhead } from '../../../../functions/events/registrations/eligibility';
import { mayRegistrations } from '../../../../functions/events/registrations/may';
import type { Registration } from '../../../../functions/events/registrations/registration';
import { showCount } from '../../../../functions/platform/text/count';
import type { Page } from '../../../env';
import { QUERY } from '../../../query';
import { routes } from '../../../routes';
import { ACTS } from './acts';

/** The acts that may be done with at least one of these people. */
export const actsFor = (
  c: Page,
  event: Event,
  people: readonly Registration[],
  { all: units }: Units,
): string[] => {
  if (!isAhead(event, c.get('world').now())) return [];
  const rights = people.map((r) => mayRegistrations(c.get('account'), units, r));
  return Object.keys(ACTS).filter((name) => rights.some((may) => may[ACTS[name]!.right]));
};

/** The box that ticks one person. */
export const TickBox: FC<{ c: Page; r: Registration }> = ({ c, r }) => (
  <input
    type="checkbox"
    class="tick"
    name={QUERY.chosen}
    value={r.id}
    aria-label={`Chọn ${r.fullName}`}
    checked={c.req.query(QUERY.allChosen) !== undefined}
  />
);

interface ChooseProps {
  c: Page;
  event: Event;
  acts: readonly string[];
  /** How many people the page shows. */
  shown: number;
  /** The list, with a `TickBox` for each person. */
  children: Child;
}

/** A list of which people can be ticked, and what can be done with those who are. Works without scripts. */
export const Choose: FC<ChooseProps> = ({ c, event, acts, shown, children }) => {
  if (acts.length === 0) return <>{children}</>;
  const all = new URL(c.req.url);
  const isAll = all.searchParams.has(QUERY.allChosen);
  if (isAll) all.searchParams.delete(QUERY.allChosen);
  else all.searchParams.set(QUERY.allChosen, '1');
  return (
    <form method="get" action={routes.consoleMany(event.id)}>
      <p class="actions" id={CHOOSE}>
        <a href={`${all.pathname}${all.search}#${CHOOSE}`}>
          {isAll ? 'Bỏ chọn' : `Chọn cả ${showCount(shown)} người trên trang`}
        </a>
        {acts.map((name) => (
          <button type="submit" class="btn plain" name={QUERY.act} value={name}>
            {ACTS[name]!.button}
          </button>
        ))}
      </p>
      {children}
    </form>
  );
};

/** The part of the page. */
const CHOOSE = 'chon';
