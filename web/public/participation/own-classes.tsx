import { historyOf, mediatorOf } from '../../../functions/participation/history';
import { registrationsLinkedTo } from '../../../functions/participation/participation';
import { shortDate } from '../../../functions/platform/time/format-date';
import type { World } from '../../../functions/platform/world/world';
import { receivedBy } from '../../../functions/programme/handouts/read';
import { idsOf } from '../../../functions/register/mediators/find';
import type { Mediator } from '../../../functions/register/mediators/mediator';
import { ClassTable, historyWords } from '../../parts/participation/classes';
import { routes } from '../../routes';
import { here, PublicPage } from '../../ui/layout';
import { contactOf, ofOwn, ownPath } from '../registrations/own/own';

/** A mediator by all of their ids: as such, and in each class. */
const everyIdOf = async (world: World, mediator: Mediator | undefined): Promise<string[]> =>
  mediator ? [...idsOf(mediator), ...(await registrationsLinkedTo(world, mediator))] : [];

/**
 * The reader's own classes, with hours and topics, and the material that they received. A registration that is linked to no
 * mediator shows no classes.
 */
export const ownClassesPage = ofOwn(async (c, own) => {
  const world = c.get('world');
  const mediator = await mediatorOf(world, own.registration.id);
  const history = mediator && (await historyOf(world, mediator));
  const received = await receivedBy(world, [own.registration.id, ...(await everyIdOf(world, mediator))]);
  return c.html(
    <PublicPage
      c={c}
      title="Các lớp đã dự, tài liệu đã nhận"
      contact={contactOf(own.event)}
      personal
      bilingual={false}
    >
      <h1>Các lớp đã dự, tài liệu đã nhận</h1>
      {history ? (
        <>
          <p>{historyWords(history)}</p>
          {history.classes.length > 0 && (
            <ClassTable
              classes={history.classes}
              nameOf={({ event }) => <a href={here(c, routes.event(event.id))}>{event.title}</a>}
            />
          )}
          <p class="soft">
            Nếu thiếu hoặc ghi nhầm lớp, vui lòng gọi người phụ trách ở cuối trang để được đối chiếu.
          </p>
        </>
      ) : (
        <p class="notice">
          Lượt đăng ký này chưa được đối chiếu với danh sách hòa giải viên, nên chưa xem được các lớp đã dự.
          Nếu ông/bà là hòa giải viên, vui lòng gọi người phụ trách ở cuối trang.
        </p>
      )}
      <h2>Tài liệu đã nhận</h2>
      {received.length === 0 ? (
        <p>Chưa ghi nhận tài liệu nào.</p>
      ) : (
        <ul>
          {received.map(({ handout, at }) => (
            <li>
              {handout.title}, {shortDate(at)}
            </li>
          ))}
        </ul>
      )}
      <p class="actions no-print">
        <a class="btn plain" href={ownPath(c, own, routes.reviewed())}>
          Quay lại
        </a>
      </p>
    </PublicPage>,
  );
});
