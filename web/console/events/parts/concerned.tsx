import type { FC } from 'hono/jsx';
import { listBodies } from '../../../../functions/directory/bodies/list';
import { mailAddress } from '../../../../functions/directory/bodies/mail-address';
import type { Event } from '../../../../functions/events/event/event';
import { listInvitations } from '../../../../functions/events/invitations/list';
import { listNominations } from '../../../../functions/events/nominations/list';
import { isDelegate } from '../../../../functions/events/registrations/registration';
import { readRoll } from '../../../../functions/events/registrations/roll/read-roll';
import { staysOut } from '../../../../functions/notices/occasions/invitation';
import { showCount } from '../../../../functions/platform/text/count';
import type { World } from '../../../../functions/platform/world/world';

/** How many are told by mail, and how many by a call. */
interface Ways {
  mail: number;
  call: number;
}

/** How many people and offices a transition of the event concerns. */
export interface Concerned {
  seated: Ways;
  waiting: Ways;
  pending: Ways;
  nominating: Ways;
  invited: Ways;
  /** Bodies that declined: they hear nothing. */
  declined: number;
}

const none = (): Ways => ({ mail: 0, call: 0 });
const add = (ways: Ways, email: string | undefined): void => {
  ways[email ? 'mail' : 'call']++;
};

const OF_STATUS = { confirmed: 'seated', waitlisted: 'waiting', pending: 'pending' } as const;

/** Counts the addresses on file; one that turns out to be marked becomes a call. */
export const concernedBy = async (world: World, event: Event): Promise<Concerned> => {
  const [nominations, invitations] = await Promise.all([
    listNominations(world, event.id),
    listInvitations(world, event.id),
  ]);
  const out: Concerned = {
    seated: none(),
    waiting: none(),
    pending: none(),
    nominating: none(),
    invited: none(),
    declined: 0,
  };
  for (const n of nominations) if (n.status === 'issued') add(out.nominating, n.contactEmail);
  const issued = invitations.filter((i) => i.status === 'issued');
  const bodies = new Map((issued.length ? await listBodies(world) : []).map((b) => [b.id, b]));
  for (const i of issued) {
    const body = bodies.get(i.bodyId);
    if (staysOut(i)) out.declined++;
    else add(out.invited, body && mailAddress(body));
  }
  for (const r of (await readRoll(world, event)).people) {
    const to = OF_STATUS[r.status as keyof typeof OF_STATUS];
    // Delegates are told by their body.
    if (to && !isDelegate(r)) add(out[to], r.email);
  }
  return out;
};

/** `12 đơn vị cử người (10 thư, 2 cuộc gọi)` */
const line = ({ mail, call }: Ways, what: string): string | undefined => {
  if (mail + call === 0) return undefined;
  const how = [mail > 0 && `${showCount(mail)} thư`, call > 0 && `${showCount(call)} cuộc gọi`].filter(
    Boolean,
  );
  return `${showCount(mail + call)} ${what} (${how.join(', ')})`;
};

/** Says, before the transition, who will be told of it, and how. */
export const WhoIsTold: FC<{ concerned: Concerned; officesOnly?: boolean; moves?: boolean }> = ({
  concerned,
  officesOnly,
  moves,
}) => {
  const lines = [
    !officesOnly && line(concerned.seated, 'người đã có chỗ'),
    !officesOnly && line(concerned.waiting, 'người đang chờ'),
    !officesOnly && line(concerned.pending, 'người chờ duyệt'),
    line(concerned.nominating, 'đơn vị cử người'),
    line(concerned.invited, 'cơ quan được mời'),
  ].filter((l) => typeof l === 'string');
  return (
    <div class="notice">
      {lines.length === 0 ? (
        <p>Chưa có ai cần báo.</p>
      ) : (
        <>
          <p>
            <b>Sẽ được báo:</b>
          </p>
          <ul>
            {lines.map((l) => (
              <li>{l}</li>
            ))}
          </ul>
          <p class="small">Người không có email được đưa vào danh sách cần gọi.</p>
        </>
      )}
      {moves && concerned.declined > 0 && (
        <p class="small">
          {showCount(concerned.declined)} cơ quan đã trả lời không tham dự: không báo; sau khi dời lịch có thể
          mời lại.
        </p>
      )}
    </div>
  );
};
