import type { FC } from 'hono/jsx';
import { showCount } from '../../../functions/platform/text/count';
import { QUERY, withQuery } from '../../query';

interface StatesProps<State extends string> {
  /** The path of the list, without a query. */
  list: string;
  /** Each state with its word, in the order of the work. */
  words: Readonly<Record<State, string>>;
  /** The state that is shown; none: all. */
  shown: State | undefined;
  /** How many there are in a state, or in all. */
  count(state?: State): number;
}

/** The states of a list as links, each with its count: one press shows these alone. */
export const States = <State extends string>({
  list,
  words,
  shown,
  count,
}: StatesProps<State>): ReturnType<FC> => (
  <ul class="states">
    {[undefined, ...(Object.keys(words) as State[])].map((state) => (
      <li>
        <a
          href={withQuery(list, { [QUERY.status]: state })}
          aria-current={state === shown ? 'true' : undefined}
        >
          {state ? words[state] : 'Tất cả'}
        </a>{' '}
        ({showCount(count(state))})
      </li>
    ))}
  </ul>
);
