import type { Child, FC } from 'hono/jsx';

/** What is known of one thing, by name; what is not known is left out. */
export const Summary: FC<{ rows: readonly (readonly [string, Child])[] }> = ({ rows }) => (
  <dl class="summary">
    {rows
      .filter(([, value]) => value)
      .map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);
