import type { FC } from 'hono/jsx';
import { may } from '../../../functions/directory/accounts/may';
import { lineage, listUnits, unitLabel } from '../../../functions/directory/units/list';
import type { EventInList } from '../../../functions/events/event/event';
import { KINDS, type Kind } from '../../../functions/events/event/event-input';
import { listEvents } from '../../../functions/events/event/list';
import { venueWith } from '../../../functions/events/event/place';
import { localMonth } from '../../../functions/platform/time/dates';
import { shortDate } from '../../../functions/platform/time/format-date';
import type { Pages } from '../../env';
import { KIND_TAG } from '../../parts/events/event-words';
import { routes } from '../../routes';
import { ConsolePage, staffOnly } from '../../ui/console';
import { orFirstPage } from '../../ui/first-page';
import { Field, freshForm, Select } from '../../ui/form';
import { monthAfter, monthName } from './month';
import { ADMISSION, daysWords, KIND, STATUS, seatWords } from './words';

const SHELVES = {
  'sap-toi': { name: 'Sắp tới', shelf: 'public', past: false },
  nhap: { name: 'Bản nháp', shelf: 'draft', past: false },
  'da-qua': { name: 'Đã qua', shelf: 'public', past: true },
  'nhap-cu': { name: 'Bản nháp đã quá ngày', shelf: 'draft', past: true },
} as const;
type ShelfName = keyof typeof SHELVES;

const MONTHS = 24;

/** The months to choose from: those ahead, or those gone by, and the one asked for wherever it lies. */
const monthsOf = (past: boolean, asked: string | undefined, now: number): string[] => {
  const months = [localMonth(now)];
  while (months.length < MONTHS) months.push(monthAfter(months.at(-1)!, past ? -1 : 1));
  return !asked || months.includes(asked) ? months : [asked, ...months];
};

/** Every event of a shelf, with filters; `muc` names the shelf. */
export const listPages: Pages = (app) => {
  app.get(routes.consoleEvents(), staffOnly, async (c) => {
    const world = c.get('world');
    const asked = c.req.query();
    const name: ShelfName = asked.muc && asked.muc in SHELVES ? (asked.muc as ShelfName) : 'sap-toi';
    const { shelf, past } = SHELVES[name];
    const kind = KINDS.find((k) => k === asked.loai) as Kind | undefined;
    const month = /^20\d{2}-(0[1-9]|1[0-2])$/.test(asked.thang ?? '') ? asked.thang : undefined;
    const search = asked.tim?.slice(0, 200).trim() || undefined;
    const placeUnitId = asked['dia-ban'] || undefined;
    const [units, { items, next }] = await Promise.all([
      listUnits(world),
      orFirstPage(asked.tiep, (cursor) =>
        listEvents(world, { shelf, past, kind, month, search, placeUnitId, limit: 50, cursor }),
      ),
    ]);
    const districts = units.filter(
      (u) => u.kind === 'district' || u.kind === 'city' || lineage(units, u.id).length <= 2,
    );
    const link = (change: Record<string, string | undefined>) => {
      const query = new URLSearchParams();
      for (const [key, value] of Object.entries({ ...asked, tiep: undefined, xong: undefined, ...change }))
        if (value) query.set(key, value);
      const text = query.toString();
      return text ? `${routes.consoleEvents()}?${text}` : routes.consoleEvents();
    };
    const form = freshForm('vi', { ...asked, thang: month });
    const filtered = kind || month || search || placeUnitId;
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
        {asked.xong === 'bo-nhap' && (
          <p class="notice" role="status">
            Đã bỏ bản nháp.
          </p>
        )}
        <nav aria-label="Danh sách">
          <ul class="tabs">
            {Object.entries(SHELVES).map(([key, { name: label }]) => (
              <li>
                <a
                  href={link({ muc: key === 'sap-toi' ? undefined : key })}
                  aria-current={key === name ? 'page' : undefined}
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <form method="get" action={routes.consoleEvents()} class="filters shown" role="search">
          {name !== 'sap-toi' && <input type="hidden" name="muc" value={name} />}
          <Field form={form} name="tim" label="Tìm tên, nơi tổ chức (không cần dấu)" type="search" />
          <Select
            form={form}
            name="loai"
            label="Loại"
            empty="Tất cả"
            options={KINDS.map((k) => ({ value: k, label: KIND[k] }))}
          />
          <Select
            form={form}
            name="dia-ban"
            label="Địa bàn"
            empty="Tất cả"
            options={districts.map((u) => ({ value: u.id, label: unitLabel(u) }))}
          />
          <Select
            form={form}
            name="thang"
            label="Tháng"
            empty="Tất cả"
            options={monthsOf(past, month, world.now()).map((m) => ({
              value: m,
              label: monthName(m, world.now()),
            }))}
          />
          <button type="submit" class="btn plain">
            Tìm
          </button>
        </form>
        {items.length === 0 ? (
          <p class="empty">
            {filtered ? (
              <>
                Không có lớp, hội nghị nào phù hợp.{' '}
                <a
                  href={name === 'sap-toi' ? routes.consoleEvents() : `${routes.consoleEvents()}?muc=${name}`}
                >
                  Bỏ lọc
                </a>
              </>
            ) : (
              'Chưa có lớp, hội nghị nào ở mục này.'
            )}
          </p>
        ) : (
          <EventTable events={items} caption={SHELVES[name].name} now={world.now()} />
        )}
        {next && (
          <p>
            <a href={link({ tiep: next })}>Xem tiếp</a>
          </p>
        )}
      </ConsolePage>,
    );
  });
};

const EventTable: FC<{ events: readonly EventInList[]; caption: string; now: number }> = ({
  events,
  caption,
  now,
}) => (
  <div class="scroll" tabindex={0} role="region" aria-label={caption}>
    <table class="stacked">
      <caption class="hidden-label">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Ngày</th>
          <th scope="col">Tên</th>
          <th scope="col">Loại</th>
          <th scope="col">Nơi tổ chức</th>
          <th scope="col">Cách nhận</th>
          <th scope="col">Chỗ</th>
          <th scope="col">Tình trạng</th>
        </tr>
      </thead>
      <tbody>
        {events.map((e) => (
          <tr>
            <td class="nowrap">
              <time datetime={e.startsAt} title={shortDate(e.startsAt)}>
                {daysWords(e, now)}
              </time>
            </td>
            <th scope="row">
              <a href={routes.consoleEvent(e.id)}>{e.title}</a>
            </th>
            <td>
              <span class={KIND_TAG[e.kind]}>{KIND[e.kind]}</span>
            </td>
            <td>{e.mode === 'online' ? 'Trực tuyến' : venueWith(e.venue, e.placeName)}</td>
            <td class="nowrap">{ADMISSION[e.admission]}</td>
            <td class="nowrap">{seatWords(e.seats)}</td>
            <td>
              <span class={STATUS[e.status].tag}>{STATUS[e.status].word}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
