import { linkToken, tokenHash } from '../platform/keys/link-token';
import { invalid } from '../platform/problem/problem';
import { iso, localDate } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { nextLook } from './days';
import { type Inquiry, inquiriesTable } from './inquiry';
import { remindingOf } from './kinds';
import { getInquiry } from './read';

type Asked = Pick<Inquiry, 'id' | 'kind' | 'title' | 'bodyId' | 'bodyName' | 'about' | 'dueOn' | 'sample'>;

/** What the turn says: the moment, the last day, the link, and when the clock looks at it next. */
export const turnOf = (
  world: World,
  { id, kind, dueOn, turn }: Pick<Inquiry, 'id' | 'kind' | 'dueOn' | 'turn'>,
): Pick<
  Inquiry,
  'askedAt' | 'dueOn' | 'turn' | 'tokenHash' | 'status' | 'open' | 'lookAt' | 'expectedBy'
> => {
  const now = world.now();
  const askedAt = iso(now);
  if (dueOn < localDate(now)) throw invalid('dueOn', 'inquiry-due-past');
  return {
    askedAt,
    dueOn,
    turn,
    tokenHash: tokenHash(linkToken(world, id, turn)),
    status: 'asked',
    open: 'open',
    expectedBy: dueOn,
    lookAt: nextLook({ askedAt, dueOn }, remindingOf(kind), now),
  };
};

/**
 * Stores what is asked of a body; the stream tells the body. Idempotent by id: the first one is returned.
 * @throws Problem invalid `inquiry-due-past` at `dueOn`
 */
export const ask = async <T extends Inquiry>(world: World, asked: Asked): Promise<T> => {
  const at = iso(world.now());
  const inquiry: Inquiry = {
    pk: asked.id,
    sk: 'inquiry',
    ...asked,
    ...turnOf(world, { ...asked, turn: 1 }),
    version: 1,
    createdAt: at,
    updatedAt: at,
  };
  const { ok } = await world.db.putIf(inquiriesTable, inquiry, { if: 'attribute_not_exists(pk)' });
  return ok ? (inquiry as T) : getInquiry<T>(world, asked.id, asked.kind);
};
