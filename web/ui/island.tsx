import { raw } from 'hono/html';
import { createContext, type FC, useContext } from 'hono/jsx';
import { type FileIsland, INLINE_ISLANDS, type InlineIsland, type Islands } from '../assets';

/** Set by every `Document`. */
export const IslandsContext = createContext<Islands | undefined>(undefined);

const isInline = (name: InlineIsland | FileIsland): name is InlineIsland =>
  (INLINE_ISLANDS as readonly string[]).includes(name);

/** A few lines of JavaScript that make a page handier. Every page works without them. */
export const Island: FC<{ name: InlineIsland | FileIsland }> = ({ name }) => {
  const islands = useContext(IslandsContext);
  if (!islands) throw new Error(`The island ${name} is not inside a Document`);
  return isInline(name) ? (
    <script>{raw(islands.inline[name].script)}</script>
  ) : (
    <script src={islands[name]} defer />
  );
};
