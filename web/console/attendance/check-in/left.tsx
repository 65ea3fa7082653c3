import type { FC } from 'hono/jsx';
import { namesOf } from '../../../../functions/directory/accounts/find';
import type { Event } from '../../../../functions/events/event/event';
import {
  hasLeft,
  isDelegate,
  type Listed,
  type Registration,
} from '../../../../functions/events/registrations/registration';
import { moment } from '../../../../functions/platform/time/format-date';
import type { World } from '../../../../functions/platform/world/world';
import type { Page } from '../../../env';
import { routes } from '../../../routes';
import { StatusTag } from '../../registrations/parts/words';
import { type Asked, addressOf } from './asked';
import { DayHidden } from './day';

/** The names of the accounts that took these people off, by id. */
export const whoTookOff = (world: World, people: readonly Registration[]): Promise<Map<string, string>> =>
  namesOf(
    world,
    people.flatMap((r) => (hasLeft(r) && r.by?.startsWith('acc_') ? [r.by] : [])),
  );

/** Who ended a registration: `người này tự báo`. One with code and phone may be another person. */
const byWhom = (
  { channel, how, by, replacedBy }: Registration,
  names: ReadonlyMap<string, string>,
): string => {
  const name = by && names.get(by);
  if (channel === 'invitation') return 'cơ quan đổi trả lời';
  if (how === 'self') return by === 'public' ? 'báo bằng mã đăng ký và số điện thoại' : 'người này tự báo';
  if (how === 'moved') return 'chuyển sang lớp khác';
  if (how === 'nominator' && by?.startsWith('nom_')) return 'đơn vị cử';
  return [replacedBy && !name ? 'đơn vị cử' : 'người tổ chức', name].filter(Boolean).join(': ');
};

/** `Đã hủy 18:02, 02/12/2026, người này tự báo. Lý do: …` */
export const leftWords = (r: Registration, names: ReadonlyMap<string, string>): string =>
  [
    `${r.status === 'declined' ? 'Không duyệt' : r.replacedBy ? 'Được thay' : 'Đã hủy'} lúc ${moment(r.updatedAt)}, ${byWhom(r, names)}.`,
    r.reason && `Lý do: ${r.reason}.`,
  ]
    .filter(Boolean)
    .join(' ');

/** The last of those who took over from a person, one after another. */
export const substituteIn = (all: readonly Listed[], r: Registration): Listed | undefined => {
  let last: Listed | undefined;
  for (let next = r.replacedBy; next && next !== last?.id; next = last?.replacedBy) {
    const found = all.find(({ id }) => id === next);
    if (!found) return last;
    last = found;
  }
  return last;
};

interface LeftProps {
  c: Page;
  event: Event;
  asked: Asked;
  r: Registration;
  substitute: Listed | undefined;
}

/** What can be done for a person who stands at the door and is on the list no more. */
export const LeftActions: FC<LeftProps> = ({ c, event, asked, r, substitute }) => (
  <div>
    <StatusTag r={r} />
    {substitute && (
      <p>
        <strong>{substitute.fullName}</strong> đi thay.{' '}
        <a href={addressOf(c, event, { ...asked, search: substitute.fullName, shown: 'tat' })}>
          Điểm danh {substitute.fullName}
        </a>
      </p>
    )}
    {event.status === 'published' && !isDelegate(r) && (
      <form method="post" action={routes.consoleWalkIn(event.id)}>
        <DayHidden c={c} asked={asked} />
        <input type="hidden" name="fullName" value={r.fullName} />
        <input type="hidden" name="phone" value={r.phone} />
        <input type="hidden" name="place" value={r.bodyId ?? r.unitId ?? ''} />
        <button type="submit" class="btn plain">
          Vẫn cho vào<span class="hidden-label">: {r.fullName}</span>
        </button>
      </form>
    )}
  </div>
);
