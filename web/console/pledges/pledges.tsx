import type { FC } from 'hono/jsx';
import { listBodies } from '../../../functions/directory/bodies/list';
import { showCount } from '../../../functions/platform/text/count';
import { localDate } from '../../../functions/platform/time/dates';
import {
  allPledges,
  LISTED_STATES,
  listed,
  type PledgeFilter,
} from '../../../functions/programme/pledges/list';
import { mayPledges } from '../../../functions/programme/pledges/may';
import { namesFor } from '../../../functions/programme/pledges/names';
import { PLEDGE_KINDS } from '../../../functions/programme/pledges/pledge';
import { pledgesFile } from '../../../functions/programme/pledges/sheet';
import { PLEDGE_KIND_WORDS, PLEDGE_STATE_WORDS } from '../../../functions/programme/pledges/words';
import type { Handler, Page } from '../../env';
import { Partners } from '../../parts/pledges/contributions';
import { PledgeTable, PledgeTotals } from '../../parts/pledges/table';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage, Done } from '../../ui/console';
import { sendFile } from '../../ui/download';
import { Button, freshForm, type Option, Select } from '../../ui/form';
import { mustSee } from './access';
import { PLEDGE_DONE } from './done-words';

/** What the address asks for; words that it does not know are left out. */
const filterIn = (c: Page): PledgeFilter => ({
  state: LISTED_STATES.find((s) => s === c.req.query(QUERY.status)),
  kind: PLEDGE_KINDS.find((k) => k === c.req.query(QUERY.kind)),
  bodyId: c.req.query(QUERY.body) || undefined,
  eventId: c.req.query(QUERY.event) || undefined,
  unitId: c.req.query(QUERY.area) || undefined,
});

const queryOf = ({ state, kind, bodyId, eventId, unitId }: PledgeFilter) => ({
  [QUERY.status]: state,
  [QUERY.kind]: kind,
  [QUERY.body]: bodyId,
  [QUERY.event]: eventId,
  [QUERY.area]: unitId,
});

const STATE_FILTER = { overdue: 'Quá hạn', ...PLEDGE_STATE_WORDS };

const options = <K extends string>(of: readonly K[], words: Readonly<Record<K, string>>): Option[] =>
  of.map((value) => ({ value, label: words[value] }));

interface FilterProps {
  by: PledgeFilter;
  bodies: readonly Option[];
  events: readonly Option[];
  units: readonly Option[];
}

const Filters: FC<FilterProps> = ({ by, bodies, events, units }) => {
  const form = freshForm('vi', queryOf(by));
  const all = 'Tất cả';
  return (
    <form class="filters shown" method="get">
      <Select
        form={form}
        name={QUERY.status}
        label="Tình trạng"
        empty={all}
        options={options(LISTED_STATES, STATE_FILTER)}
      />
      <Select
        form={form}
        name={QUERY.kind}
        label="Loại"
        empty={all}
        options={options(PLEDGE_KINDS, PLEDGE_KIND_WORDS)}
      />
      <Select form={form} name={QUERY.body} label="Cơ quan, đơn vị" empty={all} options={bodies} />
      <Select form={form} name={QUERY.event} label="Lớp, hội nghị" empty={all} options={events} />
      <Select form={form} name={QUERY.area} label="Địa bàn" empty={all} options={units} />
      <Button kind="plain">Lọc</Button>
    </form>
  );
};

/** Only what some pledge names is worth a choice. */
const named = (ids: readonly (string | undefined)[], names: ReadonlyMap<string, string>): Option[] =>
  [...new Set(ids)].flatMap((id) => (id && names.has(id) ? [{ value: id, label: names.get(id)! }] : []));

/** What partners promised and gave, with totals. */
export const pledgesPage: Handler = async (c) => {
  mustSee(c);
  const world = c.get('world');
  const by = filterIn(c);
  const today = localDate(world.now());
  const all = await allPledges(world);
  const found = listed(all, by, today);
  const names = await namesFor(world, all);
  const bodies = new Map((await listBodies(world)).map(({ id, name }) => [id, name]));
  return c.html(
    <ConsolePage
      c={c}
      title="Nguồn lực"
      at={routes.consolePledges()}
      action={
        mayPledges(c.get('account')).edit && (
          <a class="btn" href={routes.consoleNewPledge()}>
            Ghi cam kết hỗ trợ
          </a>
        )
      }
    >
      <Done c={c} words={PLEDGE_DONE} />
      {all.length === 0 ? (
        <div class="empty">
          Chưa ghi cam kết hỗ trợ nào. Khi một cơ quan, đơn vị hứa hỗ trợ tiền, hội trường, tài liệu, báo cáo
          viên…, ghi vào đây để theo dõi tới khi nhận đủ.
        </div>
      ) : (
        <>
          <Filters
            by={by}
            bodies={named(
              all.map((p) => p.bodyId),
              bodies,
            )}
            events={named(
              all.map((p) => p.eventId),
              names.events,
            )}
            units={named(
              all.map((p) => p.unitId),
              names.units,
            )}
          />
          <p role="status">
            {found.length === all.length
              ? `Có ${showCount(all.length)} cam kết.`
              : `Có ${showCount(found.length)} trong ${showCount(all.length)} cam kết.`}
          </p>
          {found.length > 0 && (
            <>
              <PledgeTable pledges={found} today={today} label="Cam kết hỗ trợ" />
              <h2>Tổng hợp</h2>
              <PledgeTotals pledges={found} />
              <h2>Theo cơ quan, đơn vị</h2>
              <Partners pledges={found} />
              <p class="actions no-print">
                <a class="btn plain" href={withQuery(routes.consolePledgesFile(), queryOf(by))}>
                  Tải về Excel
                </a>
              </p>
            </>
          )}
        </>
      )}
    </ConsolePage>,
  );
};

/** The same pledges as an Excel file. */
export const pledgesDownload: Handler = async (c) => {
  mustSee(c);
  const world = c.get('world');
  const found = listed(await allPledges(world), filterIn(c), localDate(world.now()));
  return sendFile(c, await pledgesFile(found, await namesFor(world, found), world.now()));
};
