import type { Child } from 'hono/jsx';
import * as z from 'zod';
import { listDeadLetters } from '../../../functions/background/streams/dead-letters';
import { redrive } from '../../../functions/background/streams/redrive';
import { getEvent } from '../../../functions/events/event/get';
import { listAll } from '../../../functions/events/event/list';
import { maySending } from '../../../functions/notices/may';
import { deliveriesOfEvent } from '../../../functions/outbox/deliveries/find';
import { hold, release } from '../../../functions/outbox/deliveries/hold';
import type { DeadLetter } from '../../../functions/outbox/deliveries/notices-table';
import { resend } from '../../../functions/outbox/deliveries/resend';
import { type SendingStatus, sendingStatus } from '../../../functions/outbox/deliveries/sending-status';
import { parse } from '../../../functions/platform/input/parse';
import { Problem } from '../../../functions/platform/problem/problem';
import { DAY, iso } from '../../../functions/platform/time/dates';
import { shortDate } from '../../../functions/platform/time/format-date';
import type { Page, Pages } from '../../env';
import { routes } from '../../routes';
import { ConsolePage, staffOnly } from '../../ui/console';
import { orFirstPage } from '../../ui/first-page';
import { freshForm, Select } from '../../ui/form';
import { readForm } from '../../ui/read-form';
import { EventDeliveries } from './event-deliveries';

const VERBS = ['resend', 'hold', 'release', 'let-go', 'redrive'] as const;
const Act = z.object({ verb: z.enum(VERBS), id: z.string().max(200).optional(), lop: z.string().optional() });
const PAGE = 100;
const DONE: Record<string, string> = {
  resend: 'Thư sẽ được gửi lại trong ít phút.',
  hold: 'Đã tạm giữ: không thư nào được gửi cho đến khi cho gửi tiếp.',
  release: 'Đã cho gửi tiếp.',
  'let-go': 'Đã bỏ các thư tạm giữ; thư mới lại được gửi.',
  redrive: 'Đã xử lý lại bản ghi.',
};

const organizersOnly = (c: Page) => {
  if (!maySending(c.get('account')).decide) throw new Problem('forbidden', 'forbidden');
};

/** What was sent, what came back, and what waits for a person's decision. */
export const deliveryPages: Pages = (app) => {
  app.get(routes.consoleDeliveries(), staffOnly, async (c) => {
    organizersOnly(c);
    const world = c.get('world');
    const eventId = c.req.query('lop');
    const event = eventId ? await getEvent(world, eventId) : undefined;
    const now = world.now();
    const [events, status, deadLetters, told] = await Promise.all([
      listAll(world, { from: iso(now - 90 * DAY), to: iso(now + 400 * DAY) }),
      sendingStatus(world),
      listDeadLetters(world),
      event &&
        orFirstPage(c.req.query('tiep'), (cursor) =>
          deliveriesOfEvent(world, event.id, { limit: PAGE, cursor }),
        ),
    ]);
    const done = DONE[c.req.query('xong') ?? ''];
    const options = events
      .filter((e) => e.status !== 'draft')
      .map((e) => ({ value: e.id, label: `${shortDate(e.startsAt)} – ${e.title}` }));
    return c.html(
      <ConsolePage c={c} title="Thư đã gửi" at={routes.consoleDeliveries()}>
        {done && (
          <p class="notice" role="status">
            {done}
          </p>
        )}
        <Held status={status} />
        <Decide status={status} deadLetters={deadLetters} />
        <h2>Theo từng lớp, hội nghị</h2>
        <form method="get" action={routes.consoleDeliveries()} class="form">
          <Select
            form={freshForm('vi', { lop: event?.id })}
            name="lop"
            label="Lớp, hội nghị"
            empty="Chọn"
            options={options}
          />
          <button type="submit" class="btn plain">
            Xem
          </button>
        </form>
        {event && told && (
          <>
            <h3>{event.title}</h3>
            <EventDeliveries items={told.items} caption={`Thông báo của ${event.title}`} />
            {told.next && (
              <p>
                <a
                  href={`${routes.consoleDeliveries()}?${new URLSearchParams({ lop: event.id, tiep: told.next })}`}
                >
                  Xem tiếp
                </a>
              </p>
            )}
          </>
        )}
      </ConsolePage>,
    );
  });

  app.post(routes.consoleDeliveries(), staffOnly, async (c) => {
    organizersOnly(c);
    const world = c.get('world');
    const { fields } = await readForm(c);
    const { verb, id = '', lop } = parse(Act, fields);
    if (verb === 'resend') await resend(world, id);
    else if (verb === 'redrive') await redrive(world, id);
    else if (verb === 'hold') await hold(world);
    else await release(world, { send: verb === 'release' });
    const back = new URLSearchParams({ xong: verb, ...(lop && { lop }) });
    return c.redirect(`${routes.consoleDeliveries()}?${back}`, 303);
  });
};

const Act1 = ({ verb, id, children, kind }: { verb: string; id?: string; children: Child; kind: string }) => (
  <form method="post" action={routes.consoleDeliveries()}>
    {id && <input type="hidden" name="id" value={id} />}
    <button type="submit" class={kind} name="verb" value={verb}>
      {children}
    </button>
  </form>
);

const many = (n: number) => (n >= 200 ? 'từ 200' : String(n));

const Held = ({ status }: { status: SendingStatus }) =>
  status.held ? (
    <div class="notice lotus">
      <p>
        <strong>Việc gửi thư đang tạm giữ</strong>: {many(status.holding)} thư. Sau khi khôi phục dữ liệu, có
        thể một số thư này đã được gửi trước đó.
      </p>
      <div class="actions">
        <Act1 verb="release" kind="btn">
          Cho gửi tiếp
        </Act1>
        <Act1 verb="let-go" kind="btn warn">
          Bỏ các thư này, không gửi
        </Act1>
      </div>
    </div>
  ) : (
    <details>
      <summary>
        {status.waiting ? `${many(status.waiting)} thư đang chờ gửi` : 'Không có thư nào chờ gửi'}
      </summary>
      <p>
        Khi dữ liệu được khôi phục từ bản lưu, thư tự được tạm giữ để không gửi lặp lại; cũng có thể tạm giữ
        trước.
      </p>
      <Act1 verb="hold" kind="btn plain">
        Tạm giữ việc gửi thư
      </Act1>
    </details>
  );

const Decide = ({
  status: { unknown, failed, returned, late },
  deadLetters,
}: {
  status: SendingStatus;
  deadLetters: readonly DeadLetter[];
}) => (
  <>
    {unknown.length > 0 && (
      <section>
        <h2>Chưa rõ đã gửi chưa</h2>
        <p>
          Đường truyền đứt khi đang gửi nên không biết thư có đến hay không. Hệ thống không tự gửi lại để
          tránh gửi hai lần; xin gọi hỏi, hoặc gửi lại nếu chấp nhận trùng.
        </p>
        <EventDeliveries items={unknown} caption="Chưa rõ đã gửi chưa" />
      </section>
    )}
    {failed.length > 0 && (
      <section>
        <h2>Không gửi được</h2>
        <EventDeliveries items={failed} caption="Không gửi được" />
      </section>
    )}
    {returned.length > 0 && (
      <section>
        <h2>Thư không đến, đã chuyển sang gọi điện</h2>
        <p>
          Những người này đã được đưa vào <a href={routes.consoleCalls()}>danh sách cần gọi</a>.
        </p>
        <EventDeliveries items={returned} caption="Thư không đến" />
      </section>
    )}
    {late.length > 0 && (
      <section>
        <h2>Thư trả lại, không còn gì phải báo</h2>
        <p>Không ai phải gọi về các thư này, nhưng địa chỉ có thể đã sai; xin hỏi lại khi gặp người nhận.</p>
        <EventDeliveries items={late} caption="Thư trả lại, không còn gì phải báo" />
      </section>
    )}
    {deadLetters.length > 0 && (
      <section>
        <h2>Thay đổi chưa xử lý được</h2>
        <p>Bản ghi được giữ nguyên vẹn. Sau khi lỗi đã được sửa, xin bấm xử lý lại.</p>
        <ul>
          {deadLetters.map((letter) => (
            <li>
              {shortDate(letter.at)} · {letter.table} · <span class="soft">{letter.error}</span>
              <Act1 verb="redrive" id={letter.sk} kind="linklike">
                Xử lý lại
              </Act1>
            </li>
          ))}
        </ul>
      </section>
    )}
    {unknown.length + failed.length + returned.length + late.length + deadLetters.length === 0 && (
      <p class="empty">Không có thư nào cần xem lại.</p>
    )}
  </>
);
