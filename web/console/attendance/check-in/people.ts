import type { Event } from '../../../../functions/events/event/event';
import { findableAmong, getRegistration } from '../../../../functions/events/registrations/find';
import {
  hasLeft,
  type Listed,
  type Registration,
} from '../../../../functions/events/registrations/registration';
import { Problem } from '../../../../functions/platform/problem/problem';
import { givenNameOrder } from '../../../../functions/platform/text/given-name';
import { found } from '../../../../functions/platform/text/search';
import type { Page } from '../../../env';
import type { Places } from '../../../parts/registrations/places';
import { QUERY } from '../../../query';
import type { Asked } from './asked';
import { cameOn } from './roll';

/**
 * The expected people, and those who came and have left since. A search also finds waiting people, because the
 * organizer may admit them at the door, and people who cancelled, because they are told since when.
 */
export const foundIn = (
  all: readonly Listed[],
  { search, shown, day }: Asked,
  { known }: Pick<Places, 'known'>,
): Listed[] => {
  const here = all.filter((r) => search || isCounted(r, day)).filter((r) => isAsked(r, shown, day));
  const byName = givenNameOrder(here.map((r) => r.fullName));
  here.sort((a, b) => Number(hasLeft(a)) - Number(hasLeft(b)) || byName(a.fullName, b.fullName));
  return found(here, search, findableAmong(known));
};

export const isAsked = (r: Listed, shown: Asked['shown'], day: number): boolean =>
  shown === 'tat' || Boolean(cameOn(r, day)) === (shown === 'roi');

/** Expected on a day, or seen on it: who came and left again was there. */
export const isCounted = (r: Listed, day: number): boolean =>
  r.status === 'confirmed' || cameOn(r, day) !== undefined;

export const nothingFound = ({ search, shown }: Asked, expected: number): string => {
  if (expected === 0) return 'Chưa có ai giữ chỗ trong lớp này.';
  if (search) return 'Không tìm thấy ai. Vui lòng gõ ít từ hơn, hoặc hỏi lại mã.';
  return shown === 'chua' ? 'Mọi người đã đến đủ.' : 'Chưa có ai đến.';
};

/** The person of the last tap, as they are now. */
export const justRecorded = async (c: Page, { id: eventId }: Event): Promise<Registration | undefined> => {
  const id = c.req.query(QUERY.checkedIn);
  if (!id) return undefined;
  const found = await getRegistration(c.get('world'), id).catch(unlessMissing);
  return found?.eventId === eventId ? found : undefined;
};

const unlessMissing = (error: unknown): undefined => {
  if (!(error instanceof Problem && error.kind === 'missing')) throw error;
  return undefined;
};
