import type { FC } from 'hono/jsx';
import { readUnits } from '../../../functions/directory/units/list';
import type { Broadcast } from '../../../functions/events/broadcasts/broadcast';
import { listBroadcasts } from '../../../functions/events/broadcasts/find';
import type { Template } from '../../../functions/events/broadcasts/given-templates';
import { listTemplates, removeTemplate } from '../../../functions/events/broadcasts/templates';
import type { Event } from '../../../functions/events/event/event';
import { capitalised } from '../../../functions/platform/text/text';
import { moment } from '../../../functions/platform/time/format-date';
import type { Handler } from '../../env';
import { unitName } from '../../parts/units/levels';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { readForm } from '../../ui/form';
import { EventFrame } from '../events/parts/frame';
import { eventFor, organizersOnly } from './read';
import { choiceWords, countWords, nameOf } from './words';

export const stateWords = ({ withdrawnAt, state, pass }: Broadcast): { words: string; tag: string } => {
  if (withdrawnAt) return { words: 'Đã rút lại', tag: 'grey' };
  return state === 'running' && pass === 'send'
    ? { words: 'Đang gửi', tag: 'sun' }
    : { words: 'Đã gửi', tag: '' };
};

interface ListProps {
  event: Event;
  broadcasts: readonly Broadcast[];
  area: (b: Broadcast) => string | undefined;
}

const List: FC<ListProps> = ({ event, broadcasts, area }) =>
  broadcasts.length === 0 ? (
    <p class="empty">Chưa gửi thông báo nào cho nhóm.</p>
  ) : (
    <div class="scroll" tabindex={0} role="region" aria-label="Các thông báo đã gửi">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Thông báo</th>
            <th scope="col">Người nhận</th>
            <th scope="col">Tình trạng</th>
          </tr>
        </thead>
        <tbody>
          {broadcasts.map((b) => (
            <tr>
              <th scope="row">
                <a href={routes.consoleBroadcast(b.id)}>{nameOf(b, event)}</a>
                <br />
                <span class="soft nowrap">{capitalised(moment(b.sentAt))}</span>
              </th>
              <td>
                {countWords(b.total, b.groups)}
                <br />
                <span class="soft">{choiceWords(b, area(b))}</span>
              </td>
              <td>
                <span class={`tag ${stateWords(b).tag}`.trim()}>{stateWords(b).words}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

const OwnTemplates: FC<{ event: Event; own: readonly Template[] }> = ({ event, own }) =>
  own.length === 0 ? null : (
    <section>
      <h3>Mẫu đã lưu</h3>
      <ul>
        {own.map(({ id, name }) => (
          <li>
            <a href={withQuery(routes.consoleNewBroadcast(event.id), { [QUERY.template]: id })}>{name}</a>{' '}
            <form method="post" action={routes.consoleTemplates(event.id)}>
              <input type="hidden" name={QUERY.template} value={id} />
              <button type="submit" class="linklike" aria-label={`Xóa mẫu ${name}`}>
                Xóa mẫu
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );

/** The organizer's messages to groups of an event, and the texts that were kept. */
export const listPage: Handler = async (c) => {
  const event = await eventFor(c);
  const world = c.get('world');
  const [broadcasts, templates, { all }] = await Promise.all([
    listBroadcasts(world, event.id),
    listTemplates(world),
    readUnits(world),
  ]);
  return c.html(
    <EventFrame
      c={c}
      event={event}
      at={routes.consoleBroadcasts(event.id)}
      title="Thông báo theo nhóm"
      action={
        event.status !== 'draft' && (
          <a class="btn" href={routes.consoleNewBroadcast(event.id)}>
            Soạn thông báo
          </a>
        )
      }
    >
      {c.req.query(QUERY.done) === DONE.discarded && (
        <p class="notice" role="status">
          Đã xóa mẫu.
        </p>
      )}
      {event.status === 'draft' && <p>Lớp, hội nghị chưa công bố nên chưa có ai để gửi.</p>}
      <List event={event} broadcasts={broadcasts} area={(b) => b.area && unitName(all, b.area)} />
      <OwnTemplates event={event} own={templates.filter(({ own }) => own)} />
    </EventFrame>,
  );
};

/** Removes a text that was kept. */
export const removeTemplateAct: Handler = async (c) => {
  organizersOnly(c);
  const { fields } = await readForm(c);
  await removeTemplate(c.get('world'), fields[QUERY.template] ?? '');
  return c.redirect(
    withQuery(routes.consoleBroadcasts(c.req.param('id')!), { [QUERY.done]: DONE.discarded }),
    303,
  );
};
