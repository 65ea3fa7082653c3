import type { FC } from 'hono/jsx';
import { may } from '../../../../functions/directory/accounts/may';
import { listUnits } from '../../../../functions/directory/units/list';
import { listEvents } from '../../../../functions/events/event/list';
import type { Page } from '../../../env';
import { DONE, QUERY } from '../../../query';
import { routes } from '../../../routes';
import { ConsolePage } from '../../../ui/console';
import { orFirstPage } from '../../../ui/first-page';
import { type Asked, askedOf, nextPath, SHELVES, wholeShelfPath } from './asked';
import { EventTable } from './event-table';
import { Filters, ShelfTabs } from './filters';

/** Every event of a shelf, with filters. */
export const listPage = async (c: Page): Promise<Response> => {
  const world = c.get('world');
  const asked = askedOf(c);
  const { shelf, past, label } = SHELVES[asked.shelf];
  const { kind, month, search, placeUnitId } = asked;
  const [units, { items, next }] = await Promise.all([
    listUnits(world),
    orFirstPage(asked.cursor, (cursor) =>
      listEvents(world, { shelf, past, kind, month, search, placeUnitId, limit: 50, cursor }),
    ),
  ]);
  return c.html(
    <ConsolePage
      c={c}
      title="Lớp, hội nghị"
      at={routes.consoleEvents()}
      action={
        may(c.get('account')).schedule && (
          <a class="btn" href={routes.consoleNewEvent()}>
            Tạo lớp, hội nghị
          </a>
        )
      }
    >
      {c.req.query(QUERY.done) === DONE.discarded && (
        <p class="notice" role="status">
          Đã xóa bản nháp, cùng chỉ tiêu và thư mời soạn sẵn của nó.
        </p>
      )}
      <ShelfTabs asked={asked} />
      <Filters asked={asked} units={units} now={world.now()} />
      {items.length === 0 ? (
        <NoEvents asked={asked} />
      ) : (
        <EventTable events={items} caption={label} now={world.now()} />
      )}
      {next && (
        <p>
          <a href={nextPath(asked, next)}>Xem tiếp</a>
        </p>
      )}
    </ConsolePage>,
  );
};

const NoEvents: FC<{ asked: Asked }> = ({ asked }) => (
  <p class="empty">
    {asked.kind || asked.month || asked.search || asked.placeUnitId ? (
      <>
        Không có lớp, hội nghị nào phù hợp. <a href={wholeShelfPath(asked)}>Bỏ lọc</a>
      </>
    ) : (
      'Chưa có lớp, hội nghị nào ở mục này.'
    )}
  </p>
);
