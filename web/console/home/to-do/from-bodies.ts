import { listBodies } from '../../../../functions/directory/bodies/list';
import { owesAnswer } from '../../../../functions/events/invitations/answer-deadline';
import { listInvitations } from '../../../../functions/events/invitations/list';
import { showCount } from '../../../../functions/platform/text/count';
import { ms } from '../../../../functions/platform/time/dates';
import { routes } from '../../../routes';
import { live, type Provider, SOON, type ToDo } from './to-do';

/** Invitations that are not answered shortly before the day by which they should be. */
export const fromInvitations: Provider = async (world, events) => {
  const found = await Promise.all(
    live(world, events).map(async (event): Promise<ToDo[]> => {
      const owing = (await listInvitations(world, event.id))
        .filter((i) => owesAnswer(i, event))
        .filter((i) => ms(i.respondBy) - world.now() <= SOON);
      if (owing.length === 0) return [];
      const [first] = owing;
      return [
        {
          due: owing.map((i) => i.respondBy).sort()[0]!,
          verb: 'Chưa trả lời:',
          what: owing.length === 1 ? first!.bodyName : `${showCount(owing.length)} cơ quan được mời`,
          event,
          href: routes.consoleRemind(event.id),
          action: 'Nhắc',
        },
      ];
    }),
  );
  return found.flat();
};

/** Bodies whose mail bounced. */
export const fromBodies: Provider = async (world) =>
  (await listBodies(world))
    .filter((b) => b.mailTroubles?.length)
    .map((b) => ({
      due: b.mailTroubles!.map((t) => t.at).sort()[0]!,
      verb: 'Thư bị trả lại:',
      what: `${b.name} (${b.mailTroubles!.map((t) => t.email).join(', ')})`,
      href: routes.consoleBody(b.id),
      action: 'Sửa địa chỉ',
    }));
