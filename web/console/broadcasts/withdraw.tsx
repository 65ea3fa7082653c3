import type { Broadcast } from '../../../functions/events/broadcasts/broadcast';
import { getBroadcast } from '../../../functions/events/broadcasts/find';
import { type Progress, progressOf } from '../../../functions/notices/broadcasts/progress';
import { withdrawBroadcast } from '../../../functions/notices/broadcasts/work';
import { showCount } from '../../../functions/platform/text/count';
import type { Handler, Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, defineForm } from '../../ui/form';
import { idOf, organizersOnly } from './read';

interface Asked {
  broadcast: Broadcast;
  progress: Progress;
}

const withdrawForm = defineForm({
  page: (c, form, { broadcast: b, progress }: Asked) => (
    <ConsolePage
      c={c}
      title="Rút lại thông báo này?"
      at={routes.consoleEvents()}
      back={{ href: routes.consoleBroadcast(b.id), label: b.subject }}
    >
      <div class="form">
        <form.Errors />
        <ul>
          {progress.sent + progress.told > 0 && (
            <li>
              Đã gửi {showCount(progress.sent)} thư, đã gọi báo {showCount(progress.told)} nơi: những việc này
              giữ nguyên.
            </li>
          )}
          <li>
            Bỏ những việc chưa thực hiện: {showCount(progress.waiting)} thư, {showCount(progress.toCall)} cuộc
            gọi
            {progress.left > 0 && `, ${showCount(progress.left)} nơi chưa đến lượt`}.
          </li>
        </ul>
        <form.Post action={routes.consoleBroadcastWithdraw(b.id)} class="actions">
          <Button kind="warn">Rút lại</Button>
          <a href={routes.consoleBroadcast(b.id)}>Quay lại</a>
        </form.Post>
      </div>
    </ConsolePage>
  ),
});

const readAsked = async (c: Page): Promise<Asked> => {
  organizersOnly(c);
  const world = c.get('world');
  const broadcast = await getBroadcast(world, idOf(c));
  return { broadcast, progress: await progressOf(world, broadcast) };
};

/** Asks whether the rest of a message is dropped; a second click finds it withdrawn. */
export const withdrawPage: { get: Handler; post: Handler } = {
  get: async (c) => withdrawForm.show(c, await readAsked(c)),
  post: async (c) => {
    organizersOnly(c);
    return withdrawForm.handle(
      c,
      async () => {
        const { id } = await withdrawBroadcast(c.get('world'), idOf(c));
        return withQuery(routes.consoleBroadcast(id), { [QUERY.done]: DONE.cancelled });
      },
      () => readAsked(c),
    );
  },
};
