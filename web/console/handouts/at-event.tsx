import type { FC } from 'hono/jsx';
import { parse } from '../../../functions/platform/input/parse';
import { missing } from '../../../functions/platform/problem/problem';
import { showCount } from '../../../functions/platform/text/count';
import { found } from '../../../functions/platform/text/search';
import { giveToEveryone, giveToPeople, takeBack } from '../../../functions/programme/handouts/give';
import { GiveInput, type Handout } from '../../../functions/programme/handouts/handout';
import { givenOf, handoutsAt } from '../../../functions/programme/handouts/read';
import { isPresent } from '../../../functions/seats/ledger/entry';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Done } from '../../ui/console';
import { Button, defineForm, Field, freshForm } from '../../ui/form';
import { EventFrame } from '../events/parts/frame';
import { registrationsFor } from '../registrations/parts/access';
import { LAGS } from '../registrations/parts/lags';
import { idOf, mustHandouts } from './access';
import { MARK_FIELDS, People } from './people';

const PAGE = 50;

/** The hand-out that is chosen, else the first. */
const chosenOf = (c: Page, all: readonly Handout[]): Handout | undefined =>
  all.find(({ id }) => id === c.req.query(QUERY.file)) ?? all[0];

const addressOf = (c: Page, handoutId: string, more: Record<string, string | undefined> = {}): string =>
  withQuery(routes.consoleEventHandouts(idOf(c)), {
    [QUERY.file]: handoutId,
    [QUERY.search]: c.req.query(QUERY.search),
    ...more,
  });

const markForm = defineForm({
  fields: () => MARK_FIELDS,
  page: async (c, form) => {
    const world = c.get('world');
    const { event, all, lags } = await registrationsFor(c);
    const handouts = await handoutsAt(world, event.id);
    const handout = chosenOf(c, handouts);
    const at = routes.consoleEventHandouts(event.id);
    if (!handout)
      return (
        <EventFrame c={c} event={event} at={at} title="Cấp phát tài liệu">
          <p class="empty">
            Chưa có tài liệu nào để cấp tại lớp này. Tài liệu đã in được ghi tại{' '}
            <a href={routes.consoleHandouts()}>Cấp phát tài liệu</a> của mục Thư viện.
          </p>
        </EventFrame>
      );
    const given = await givenOf(world, handout.id);
    const came = all.filter(isPresent);
    const search = (c.req.query(QUERY.search) ?? '').slice(0, 100);
    const wanted = found(came, search, (r) => ({ texts: [r.unitName, r.bodyName], name: r.fullName }));
    const waiting = wanted.filter(({ id }) => !given.has(id));
    // Those without a copy come first.
    const shown = [...waiting, ...wanted.filter(({ id }) => given.has(id))].slice(0, PAGE);
    const left = came.filter(({ id }) => !given.has(id)).length;
    return (
      <EventFrame c={c} event={event} at={at} title="Cấp phát tài liệu">
        <Done c={c} words={{ [DONE.added]: 'Đã ghi người nhận tài liệu.', [DONE.removed]: 'Đã bỏ ghi.' }} />
        <form.Errors />
        <Which c={c} handouts={handouts} chosen={handout} />
        <p role="status">
          {showCount(came.length - left)} trên {showCount(came.length)} người có mặt đã nhận.
        </p>
        {lags && <p class="soft small">{LAGS}</p>}
        {came.length === 0 ? (
          <p class="empty">Chưa có ai được điểm danh. Người đến dự được ghi có mặt tại trang Điểm danh.</p>
        ) : (
          <>
            <Search c={c} handoutId={handout.id} search={search} />
            {wanted.length === 0 && <p class="empty">Không có người có mặt nào khớp.</p>}
            {shown.length > 0 && (
              <People
                form={form}
                action={addressOf(c, handout.id)}
                given={given}
                people={shown.map((r) => ({
                  id: r.id,
                  name: r.fullName,
                  from: r.bodyName ?? r.unitName ?? '',
                }))}
                more={
                  left > 0 && (
                    <Button kind="plain" name="all" value="1">
                      Ghi cho cả {showCount(left)} người có mặt chưa nhận
                    </Button>
                  )
                }
              />
            )}
            {wanted.length > shown.length && (
              <p class="soft">
                Đang hiện {showCount(shown.length)} trên {showCount(wanted.length)} người, người chưa nhận
                trước. Tìm theo tên để thấy người khác.
              </p>
            )}
            <p>
              Danh sách ký nhận:{' '}
              <a href={routes.consoleEventHandoutList(event.id, handout.id, 'docx')}>Word</a>,{' '}
              <a href={routes.consoleEventHandoutList(event.id, handout.id, 'xlsx')}>Excel</a>
            </p>
          </>
        )}
      </EventFrame>
    );
  },
});

const Which: FC<{ c: Page; handouts: readonly Handout[]; chosen: Handout }> = ({ c, handouts, chosen }) =>
  handouts.length === 1 ? (
    <p>
      <a href={routes.consoleHandout(chosen.id)}>{chosen.title}</a>
    </p>
  ) : (
    <ul class="plain-list">
      {handouts.map(({ id, title }) => (
        <li>
          <a href={addressOf(c, id)} aria-current={id === chosen.id ? 'true' : undefined}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  );

const Search: FC<{ c: Page; handoutId: string; search: string }> = ({ c, handoutId, search }) => (
  <form class="filters shown" method="get" role="search" action={routes.consoleEventHandouts(idOf(c))}>
    <input type="hidden" name={QUERY.file} value={handoutId} />
    <Field
      form={freshForm('vi', { [QUERY.search]: search })}
      name={QUERY.search}
      label="Tên, đơn vị"
      autocomplete="off"
    />
    <Button kind="plain">Tìm</Button>
  </form>
);

/** The people who came to an event: marks that one, several or all of them received a hand-out. */
export const eventPeoplePage = {
  get: (c: Page) => {
    mustHandouts(c, 'write');
    return markForm.show(c);
  },
  post: (c: Page) => {
    mustHandouts(c, 'write');
    return markForm.handle(c, async ({ fields, typed }) => {
      const world = c.get('world');
      const eventId = idOf(c);
      const handout = chosenOf(c, await handoutsAt(world, eventId));
      if (!handout) throw missing('handout');
      if (fields.back) {
        await takeBack(world, handout.id, fields.back);
        return addressOf(c, handout.id, { [QUERY.done]: DONE.removed });
      }
      if (fields.all) await giveToEveryone(world, handout.id, eventId);
      else {
        const { ids } = parse(GiveInput, { ids: [typed.ids ?? []].flat() });
        await giveToPeople(world, handout.id, ids!);
      }
      return addressOf(c, handout.id, { [QUERY.done]: DONE.added });
    });
  },
};
