import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import type { EventRoom } from '../../../../functions/events/event/room';
import { listInvitations } from '../../../../functions/events/invitations/list';
import { listNominations } from '../../../../functions/events/nominations/list';
import { staysOut } from '../../../../functions/notices/occasions/invitation';
import type { World } from '../../../../functions/platform/world/world';
import { seatsIn } from '../../../../functions/seats/ledger/room';

/** How many people and offices a transition of the event concerns. */
export interface Concerned {
  seated: number;
  waiting: number;
  nominating: number;
  invited: number;
}

export const concernedBy = async (world: World, event: Event, room: EventRoom): Promise<Concerned> => {
  const [nominations, invitations] = await Promise.all([
    listNominations(world, event.id),
    listInvitations(world, event.id),
  ]);
  return {
    seated: seatsIn(room).held,
    waiting: event.seats.waiting,
    nominating: nominations.filter((n) => n.status === 'issued').length,
    invited: invitations.filter((i) => i.status === 'issued' && !staysOut(i)).length,
  };
};

/** Says, before the transition, who will be told of it. */
export const WhoIsTold: FC<{ concerned: Concerned; officesOnly?: boolean }> = ({
  concerned,
  officesOnly,
}) => {
  const lines = [
    !officesOnly && concerned.seated && `${concerned.seated} người đã có chỗ`,
    !officesOnly && concerned.waiting && `${concerned.waiting} người đang chờ`,
    concerned.nominating && `${concerned.nominating} đơn vị cử người`,
    concerned.invited && `${concerned.invited} cơ quan được mời`,
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
          <p class="small">Ai không có email thì vào danh sách cần gọi.</p>
        </>
      )}
    </div>
  );
};
