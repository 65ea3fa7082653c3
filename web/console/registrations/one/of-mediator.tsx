import type { FC } from 'hono/jsx';
import type { Participation } from '../../../../functions/participation/participation';
import { routes } from '../../../routes';

/** To which mediator of the register a registration belongs, or that an organizer is to say so. */
export const OfMediator: FC<{ links: readonly Participation[]; decide: boolean }> = ({ links, decide }) => {
  const linked = links.find(({ link }) => link === 'linked');
  if (linked)
    return (
      <p>
        Có trong danh sách hòa giải viên. <a href={routes.consoleMediator(linked.pk)}>Xem các lớp đã dự</a>
      </p>
    );
  return decide && links.some(({ link }) => link === 'offered') ? (
    <p class="notice">
      Có thể là một người trong danh sách hòa giải viên. <a href={routes.consoleLinks()}>Đối chiếu</a>
    </p>
  ) : null;
};
