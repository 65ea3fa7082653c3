import { raw } from 'hono/html';
import { createContext, type FC, useContext } from 'hono/jsx';
import type { InlineIsland, Islands } from '../assets';

/** Set by every `Document`. */
export const IslandsContext = createContext<Islands | undefined>(undefined);

/** A few lines of JavaScript that make a page handier. Every page works without them. */
export const Island: FC<{ name: InlineIsland | 'passkey' | 'dates' | 'work' }> = ({ name }) => {
  const islands = useContext(IslandsContext);
  if (!islands) throw new Error(`The island ${name} is not inside a Document`);
  return name === 'passkey' || name === 'dates' || name === 'work' ? (
    <script src={islands[name]} defer />
  ) : (
    <script>{raw(islands.inline[name].script)}</script>
  );
};
