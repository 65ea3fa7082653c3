import { isDeepStrictEqual } from 'node:util';
import { Problem } from '../platform/problem/problem';
import { nextVersion } from '../platform/store/optimistic-lock';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { turnOf } from './ask';
import { NOTHING_EXPECTED } from './expected';
import { type Inquiry, type InquiryState, inquiriesTable, inquiryKey } from './inquiry';
import type { InquiryKind } from './kinds';
import { getInquiry } from './read';

/** @throws Problem conflict `inquiry-over` where it is closed or withdrawn */
export const mustBeOpen = ({ status }: Pick<Inquiry, 'status'>): void => {
  if (status === 'closed' || status === 'withdrawn') throw new Problem('conflict', 'inquiry-over');
};

/**
 * Writes fields of an inquiry of this version.
 * @throws Problem stale `inquiry-stale`
 */
export const changeInquiry = async <T extends Inquiry>(
  world: World,
  id: string,
  version: number,
  set: Partial<Inquiry>,
): Promise<T> => {
  const written = await world.db.updateIf(inquiriesTable, inquiryKey(id), {
    ...nextVersion(version, { set: { ...set, updatedAt: iso(world.now()) } }),
    returns: 'ALL_NEW',
  });
  if (!written.ok) throw new Problem('stale', 'inquiry-stale');
  return written.item as T;
};

/**
 * Asks the body once more, with words and a new last day: it gets a new link, and the old one is dead. Idempotent.
 * @throws Problem conflict `inquiry-over`; invalid `inquiry-due-past` at `dueOn`; stale `inquiry-stale`
 */
export const askAgain = async <T extends Inquiry>(
  world: World,
  { id, kind, version }: { id: string; kind: InquiryKind; version: number },
  { dueOn, words }: { dueOn: string; words: string },
): Promise<T> => {
  const inquiry = await getInquiry<T>(world, id, kind);
  mustBeOpen(inquiry);
  const { againWords, dueOn: day, version: now } = inquiry;
  if (now === version + 1 && againWords === words && day === dueOn) return inquiry;
  const set = { ...turnOf(world, { id, kind, dueOn, turn: inquiry.turn + 1 }), againWords: words };
  return changeInquiry<T>(world, id, version, set);
};

/**
 * Ends it: `closed` with what came of it, `withdrawn` with the reason. A kind that records more at the end gives the new
 * `about`. Idempotent.
 * @throws Problem conflict `inquiry-over` where it ended otherwise; stale `inquiry-stale`
 */
export const end = async <T extends Inquiry>(
  world: World,
  { id, kind, version }: { id: string; kind: InquiryKind; version: number },
  {
    as,
    words,
    about,
  }: { as: Extract<InquiryState, 'closed' | 'withdrawn'>; words: string; about?: T['about'] },
): Promise<T> => {
  const inquiry = await getInquiry<T>(world, id, kind);
  const isSame = about === undefined || isDeepStrictEqual(inquiry.about, about);
  if (inquiry.status === as && inquiry.endWords === words && isSame) return inquiry;
  mustBeOpen(inquiry);
  return changeInquiry<T>(world, id, version, {
    status: as,
    endWords: words,
    ...(about !== undefined && { about }),
    endedAt: iso(world.now()),
    lookAt: undefined,
    ...NOTHING_EXPECTED,
  });
};
