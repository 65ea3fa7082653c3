import { historyOf, mediatorOf } from '../../../functions/participation/history';
import { ClassTable, historyWords } from '../../parts/participation/classes';
import { routes } from '../../routes';
import { here, PublicPage } from '../../ui/layout';
import { contactOf, ofOwn, ownPath } from '../registrations/own/own';

/** The reader's own classes, with hours and topics. A registration that is linked to no mediator shows none. */
export const ownClassesPage = ofOwn(async (c, own) => {
  const world = c.get('world');
  const mediator = await mediatorOf(world, own.registration.id);
  const history = mediator && (await historyOf(world, mediator));
  return c.html(
    <PublicPage c={c} title="Các lớp đã dự" contact={contactOf(own.event)} personal bilingual={false}>
      <h1>Các lớp đã dự</h1>
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
      <p class="actions no-print">
        <a class="btn plain" href={ownPath(c, own, routes.reviewed())}>
          Quay lại
        </a>
      </p>
    </PublicPage>,
  );
});
