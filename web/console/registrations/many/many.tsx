import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import { alreadyDone } from '../../../../functions/events/registrations/already-done';
import { mayRegistrations } from '../../../../functions/events/registrations/may';
import { hasLeft, type Registration } from '../../../../functions/events/registrations/registration';
import { invalid, missing, Problem } from '../../../../functions/platform/problem/problem';
import { forEachOf, type ManyDone } from '../../../../functions/platform/store/for-each-of';
import { showCount } from '../../../../functions/platform/text/count';
import type { Handler, Page } from '../../../env';
import { DONE, QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { ConsolePage } from '../../../ui/console';
import { Button, defineForm, messageOf, readForm, type Values } from '../../../ui/form';
import { Island } from '../../../ui/island';
import { registrationsFor, rightsOver } from '../parts/access';
import { asOption, parallelsOf } from '../parts/parallels';
import { StatusTag, whoIs } from '../parts/words';
import { ACTS, type Act } from './acts';

/** As many as one page of the list shows: one request has time for them. */
const MOST = 50;
/** Of one network at once; what is left stays on the list, with the same link. */
const MOST_OF_NETWORK = 150;

interface Chosen {
  name: string;
  act: Act;
  event: Event;
  people: Registration[];
  others: Registration[];
}

/**
 * The people who were ticked, and the act, as the address or the form says.
 * @param again also people for whom it was done already: a second click is answered as the first one
 */
const chosenIn = async (c: Page, name: string, ids: readonly string[], again = false): Promise<Chosen> => {
  const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
  if (!act) throw missing('registration');
  await rightsOver(c, 'register');
  const { event, all, asNow, units } = await registrationsFor(c);
  const wanted = new Set(ids.slice(0, name === DONE.invented ? MOST_OF_NETWORK : MOST));
  const network = c.req.method === 'GET' && name === DONE.invented && c.req.query(QUERY.network);
  const chosen = await asNow(
    network
      ? all.filter((r) => r.network === network && !hasLeft(r)).slice(0, MOST_OF_NETWORK)
      : all.filter((r) => wanted.has(r.id)),
  );
  const may = (r: Registration) =>
    mayRegistrations(c.get('account'), units.all, r)[act.right] || (again && alreadyDone(act.right, r));
  return {
    name,
    act,
    event,
    people: chosen.filter(may),
    others: chosen.filter((r) => !may(r)),
  };
};

const People: FC<{ people: readonly Registration[] }> = ({ people }) => (
  <ul>
    {people.map((r) => (
      <li>
        <strong>{r.fullName}</strong> <span class="soft small">{whoIs(r)}</span> <StatusTag r={r} />
      </li>
    ))}
  </ul>
);

const manyForm = defineForm({
  fields: () => ({
    [QUERY.act]: { as: 'custom' },
    [QUERY.chosen]: { as: 'custom' },
    reason: {
      label: 'Lý do, mỗi người được báo',
      maxlength: 300,
      codes: { required: 'reason-required' },
    },
    eventId: { as: 'radios', label: 'Lớp cùng nhiệm vụ hoặc cùng tên, còn chỗ' },
  }),
  page: async (c, form, { name, act, event, people, others }: Chosen) => {
    const parallels = act.asks === 'eventId' ? await parallelsOf(c.get('world'), event) : [];
    const back = routes.consoleRegistrations(event.id);
    const nowhere = act.asks === 'eventId' && parallels.length === 0;
    return (
      <ConsolePage
        c={c}
        title={people.length > 0 ? `${act.title(people.length)}?` : act.button}
        at={routes.consoleEvents()}
        back={{ href: back, label: `Người đăng ký: ${event.title}` }}
      >
        <div class="form">
          <form.Errors />
          {people.length === 0 && (
            <p class="empty">
              Chưa chọn ai. Đánh dấu vào ô trước tên trong danh sách, rồi bấm “{act.button}”.
            </p>
          )}
          {nowhere && <p class="empty">Không có lớp nào cùng nhiệm vụ hoặc cùng tên còn chỗ.</p>}
          {people.length > 0 && !nowhere && (
            <form.Post action={routes.consoleMany(event.id)}>
              <input type="hidden" name={QUERY.act} value={name} />
              {people.map((r) => (
                <input type="hidden" name={QUERY.chosen} value={`${r.id} ${r.version}`} />
              ))}
              {act.asks === 'reason' && <form.Field name="reason" />}
              {act.asks === 'eventId' && <form.Field name="eventId" options={parallels.map(asOption)} />}
              {name === DONE.restored && (
                <p>Ai còn chỗ thì có chỗ ngay; hết chỗ thì đứng cuối danh sách chờ. Mã đăng ký giữ nguyên.</p>
              )}
              {name === DONE.invented && (
                <p>
                  Vui lòng xem kỹ: người thật trong nhóm chỉ được báo nếu đã nhận thư. Hủy nhầm thì chọn lại ở
                  danh sách “Đã hủy” và bấm “Khôi phục”.
                </p>
              )}
              <People people={people} />
              <p class="actions">
                <Button kind={act.warn ? 'warn' : undefined}>{act.title(people.length)}</Button>
                <a class="btn plain" href={back}>
                  Quay lại
                </a>
              </p>
            </form.Post>
          )}
          {others.length > 0 && (
            <section class="notice">
              <p>Không áp dụng cho {showCount(others.length)} người, vì tình trạng của họ:</p>
              <People people={others} />
            </section>
          )}
        </div>
        <Island name="form" />
      </ConsolePage>
    );
  },
});

/** What was done, and the people who were left out, each with the reason. */
const Outcome: FC<{ c: Page; chosen: Chosen; outcome: ManyDone<Registration> }> = ({
  c,
  chosen,
  outcome,
}) => {
  const { act, event } = chosen;
  return (
    <ConsolePage
      c={c}
      title={`${showCount(outcome.refused.length)} người chưa được`}
      at={routes.consoleEvents()}
      back={{ href: routes.consoleRegistrations(event.id), label: `Người đăng ký: ${event.title}` }}
    >
      {outcome.done.length > 0 && (
        <p class="notice" role="status">
          {act.done(outcome.done.length)}
        </p>
      )}
      <ul>
        {outcome.refused.map(({ thing: r, problem }) => (
          <li>
            <a href={routes.consoleRegistration(r.id)}>{r.fullName}</a>: {messageOf('vi', problem)}
          </li>
        ))}
      </ul>
    </ConsolePage>
  );
};

/** `reg_… 3`: the registration, and the version that the page showed. */
const shownIn = (typed: Values): Map<string, number> =>
  new Map(
    [typed[QUERY.chosen] ?? []].flat().map((said) => {
      const [id = '', version] = String(said).split(' ');
      return [id, Number(version)];
    }),
  );

const run = async (c: Page, chosen: Chosen, given: { reason?: string; eventId?: string }, typed: Values) => {
  const { act } = chosen;
  if (act.asks === 'reason' && !given.reason?.trim()) throw invalid('reason', 'reason-required');
  if (act.asks === 'eventId' && !given.eventId) throw invalid('eventId', 'event-required');
  const shown = shownIn(typed);
  return forEachOf(chosen.people, (r) => {
    if (r.version !== shown.get(r.id) && !alreadyDone(act.right, r))
      throw new Problem('stale', 'registration-changed-since');
    return act.run(c.get('world'), r.id, {
      reason: given.reason?.trim().slice(0, 300) ?? '',
      eventId: given.eventId ?? '',
    });
  });
};

const postedTo = async (c: Page): Promise<Chosen> => {
  const { fields, typed } = await readForm(c);
  return chosenIn(c, fields[QUERY.act] ?? '', [...shownIn(typed).keys()], true);
};

/** One act for all people who were ticked in the list: the question, then the act, one by one. */
export const manyPage: { get: Handler; post: Handler } = {
  get: async (c) =>
    manyForm.show(c, await chosenIn(c, c.req.query(QUERY.act) ?? '', c.req.queries(QUERY.chosen) ?? [])),
  post: (c) =>
    manyForm.handle(
      c,
      async ({ fields, typed }) => {
        const chosen = await postedTo(c);
        const outcome = await run(c, chosen, fields, typed);
        const { name, event } = chosen;
        if (outcome.refused.length > 0) return c.html(<Outcome c={c} chosen={chosen} outcome={outcome} />);
        return withQuery(routes.consoleRegistrations(event.id), {
          [QUERY.done]: name,
          [QUERY.count]: String(outcome.done.length),
        });
      },
      () => postedTo(c),
    ),
};
