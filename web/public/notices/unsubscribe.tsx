import {
  readUnsubscribe,
  subscribeAgain,
  unsubscribe,
} from '../../../functions/outbox/addresses/unsubscribe';
import { copy } from '../../copy/copy';
import type { Page, Pages } from '../../env';
import { routes } from '../../routes';
import { PublicPage } from '../../ui/layout';
import { readForm } from '../../ui/read-form';

/**
 * The link at the foot of a notice. Opening it changes nothing, since mail scanners open links; the
 * page's button posts, and so does a mail program's own button (one click, RFC 8058), which comes from
 * another origin and without a page.
 */
export const unsubscribePages: Pages = (app) => {
  const path = routes.unsubscribe(':token');

  app.get(path, async (c) => {
    await readUnsubscribe(c.get('world'), c.req.param('token') ?? '');
    const t = copy(c.get('language')).notices;
    return show(c, t.stopTitle, t.stopWords, t.stopButton);
  });

  app.post(path, async (c) => {
    const world = c.get('world');
    const token = c.req.param('token') ?? '';
    const t = copy(c.get('language')).notices;
    if ((await readForm(c)).fields.nhan === 'co') {
      await subscribeAgain(world, token);
      return show(c, t.again, t.againWords);
    }
    await unsubscribe(world, token);
    return show(c, t.stopped, t.stoppedWords, t.againButton, 'co');
  });
};

const show = (c: Page, title: string, words: string, button?: string, receive?: string) => {
  c.header('Cache-Control', 'no-store');
  return c.html(
    <PublicPage c={c} title={title} personal bilingual={false}>
      <h1>{title}</h1>
      <p>{words}</p>
      {button && (
        <form method="post">
          <button type="submit" class={receive ? 'btn plain' : 'btn'} name="nhan" value={receive ?? 'thoi'}>
            {button}
          </button>
        </form>
      )}
    </PublicPage>,
  );
};
