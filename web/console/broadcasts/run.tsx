import type { FC } from 'hono/jsx';
import { namesOf } from '../../../functions/directory/accounts/find';
import { readUnits } from '../../../functions/directory/units/list';
import type { Broadcast } from '../../../functions/events/broadcasts/broadcast';
import { getBroadcast } from '../../../functions/events/broadcasts/find';
import type { Event } from '../../../functions/events/event/event';
import { getEvent } from '../../../functions/events/event/get';
import {
  deliveriesOfBroadcast,
  type Progress,
  progressOf,
} from '../../../functions/notices/broadcasts/progress';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import type { Page as ListPage } from '../../../functions/platform/store/paging';
import { showCount } from '../../../functions/platform/text/count';
import { capitalised } from '../../../functions/platform/text/text';
import { moment } from '../../../functions/platform/time/format-date';
import type { Handler, Page } from '../../env';
import { unitName } from '../../parts/units/levels';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { orFirstPage } from '../../ui/first-page';
import { Island } from '../../ui/island';
import { EventDeliveries } from '../notices/event-deliveries';
import { stateWords } from './list';
import { idOf, organizersOnly } from './read';
import { choiceWords, countWords, nameOf } from './words';

/** Without JavaScript the page is loaded again after so many seconds. */
const RELOAD = 5;
const PAGE = 100;

const DONE_WORDS: Record<string, string> = {
  [DONE.created]:
    'Đã gửi thông báo. Thư đi trong ít phút; ai không có email thì nằm trong danh sách cần gọi.',
  [DONE.cancelled]: 'Đã rút lại thông báo: thư và cuộc gọi chưa thực hiện được bỏ.',
};

const COUNTS: readonly [keyof Progress, string][] = [
  ['sent', 'Thư đã gửi'],
  ['told', 'Đã gọi báo'],
  ['waiting', 'Thư chờ gửi'],
  ['toCall', 'Cần gọi'],
  ['unclear', 'Thư chưa rõ kết quả'],
  ['dropped', 'Không cần báo nữa'],
];

/** Whether mails or recipients still wait: then the page looks again. */
const isUnderWay = ({ state }: Broadcast, { waiting }: Progress): boolean =>
  state === 'running' || waiting > 0;

const HowFar: FC<{ broadcast: Broadcast; progress: Progress }> = ({ broadcast: b, progress }) => {
  const runs = isUnderWay(b, progress);
  const reached = b.total - progress.left;
  const done = reached - progress.waiting;
  return (
    <>
      <p data-running={runs ? '' : undefined}>
        <span class={`tag ${stateWords(b).tag}`.trim()}>{stateWords(b).words}</span>{' '}
        <strong id="xong">
          {showCount(done)} trên {countWords(b.total, b.groups)}
        </strong>{' '}
        đã xử lý.
      </p>
      <progress class="progress" value={done} max={Math.max(1, b.total)} aria-labelledby="xong" />
      {runs && <p class="soft">Việc gửi tiếp tục dù trang được đóng.</p>}
      <dl class="summary">
        {COUNTS.filter(([name]) => progress[name] > 0).map(([name, words]) => (
          <div>
            <dt>{words}</dt>
            <dd>
              <strong class="num">{showCount(progress[name])}</strong>
              {name === 'toCall' && (
                <>
                  {' '}
                  <a href={withQuery(routes.consoleCalls(), { [QUERY.event]: b.eventId })}>
                    Mở danh sách cần gọi
                  </a>
                </>
              )}
            </dd>
          </div>
        ))}
        {b.state === 'done' && progress.left > 0 && (
          <div>
            <dt>Không gửi</dt>
            <dd>
              <strong class="num">{showCount(progress.left)}</strong> đã rời nhóm trước khi đến lượt, hoặc
              thông báo đã rút lại
            </dd>
          </div>
        )}
      </dl>
    </>
  );
};

interface RunProps {
  c: Page;
  event: Event;
  broadcast: Broadcast;
  progress: Progress;
  told: ListPage<Delivery>;
  area: string | undefined;
  /** The name of the account that sent it. */
  sender: string | undefined;
}

/** One message: its words, its recipients, and what became of it. */
const BroadcastView: FC<RunProps> = ({ c, event, broadcast: b, progress, told, area, sender }) => {
  const done = DONE_WORDS[c.req.query(QUERY.done) ?? ''];
  const runs = isUnderWay(b, progress);
  const open = progress.waiting + progress.toCall + (b.state === 'running' ? progress.left : 0);
  return (
    <ConsolePage
      c={c}
      title={nameOf(b, event)}
      at={routes.consoleEvents()}
      reload={runs ? RELOAD : undefined}
      back={{ href: routes.consoleBroadcasts(event.id), label: `Thông báo theo nhóm: ${event.title}` }}
    >
      {done && (
        <p class="notice" role="status">
          {done}
        </p>
      )}
      <p>
        Người nhận: {choiceWords(b, area)}.
        <br />
        <span class="soft">
          {capitalised(moment(b.sentAt))}
          {sender && `, ${sender} gửi`}.
        </span>
      </p>
      <div id="tien-do">
        <HowFar broadcast={b} progress={progress} />
      </div>
      <p id="lenh" class="actions">
        {!b.withdrawnAt && b.pass === 'send' && open > 0 && (
          <a class="btn plain" href={routes.consoleBroadcastWithdraw(b.id)}>
            Rút lại
          </a>
        )}
      </p>
      <h2>Nội dung đã soạn</h2>
      {b.redactedAt && (
        <p class="notice">
          Thông tin về người đã yêu cầu xóa dữ liệu được bỏ khỏi nội dung này, {moment(b.redactedAt)}.
        </p>
      )}
      <pre class="mail">{b.words}</pre>
      <h2>Từng người nhận</h2>
      <div id="dong">
        <EventDeliveries items={told.items} caption="Từng người nhận của thông báo này" />
        {told.next && (
          <p>
            <a href={withQuery(routes.consoleBroadcast(b.id), { [QUERY.cursor]: told.next })}>Xem tiếp</a>
          </p>
        )}
      </div>
      <Island name="progress" />
    </ConsolePage>
  );
};

export const broadcastPage: Handler = async (c) => {
  organizersOnly(c);
  const world = c.get('world');
  const broadcast = await getBroadcast(world, idOf(c));
  const [event, progress, told, { all }, names] = await Promise.all([
    getEvent(world, broadcast.eventId),
    progressOf(world, broadcast),
    orFirstPage(c.req.query(QUERY.cursor), (cursor) =>
      deliveriesOfBroadcast(world, broadcast, { limit: PAGE, cursor }),
    ),
    readUnits(world),
    namesOf(world, [broadcast.who]),
  ]);
  const area = broadcast.area && unitName(all, broadcast.area);
  return c.html(
    <BroadcastView
      c={c}
      event={event}
      broadcast={broadcast}
      progress={progress}
      told={told}
      area={area}
      sender={names.get(broadcast.who)}
    />,
  );
};
