import {
  readUnsubscribe,
  subscribeAgain,
  unsubscribe,
} from '../../../functions/outbox/addresses/unsubscribe';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { BUTTON, MAILS } from '../../query';
import { keepNever } from '../../ui/cache';
import { Button, readForm } from '../../ui/form';
import { PublicPage } from '../../ui/layout';

interface Showing {
  title: string;
  words: string;
  /** The way to the opposite. */
  button?: { words: string; value: (typeof MAILS)[keyof typeof MAILS] };
}

const show = (c: Page, { title, words, button }: Showing) => {
  keepNever(c);
  return c.html(
    <PublicPage c={c} title={title} personal bilingual={false}>
      <h1>{title}</h1>
      <p>{words}</p>
      {button && (
        <form method="post">
          <Button
            kind={button.value === MAILS.receive ? 'plain' : undefined}
            name={BUTTON.mails}
            value={button.value}
          >
            {button.words}
          </Button>
        </form>
      )}
    </PublicPage>,
  );
};

const tokenOf = (c: Page) => c.req.param('token') ?? '';

/**
 * Wanting no more mails. Opening the link changes nothing, since mail scanners open links. The page's button
 * posts, and so does a mail program's own button (one click, RFC 8058), which comes from another origin and
 * without a page.
 */
export const unsubscribePage = {
  get: async (c: Page) => {
    await readUnsubscribe(c.get('world'), tokenOf(c));
    const t = copy(c.get('language')).notices;
    const button = { words: t.stopButton, value: MAILS.stop };
    return show(c, { title: t.stopTitle, words: t.stopWords, button });
  },
  post: async (c: Page) => {
    const world = c.get('world');
    const t = copy(c.get('language')).notices;
    const { fields } = await readForm<(typeof BUTTON)['mails']>(c);
    if (fields[BUTTON.mails] === MAILS.receive) {
      await subscribeAgain(world, tokenOf(c));
      return show(c, { title: t.again, words: t.againWords });
    }
    await unsubscribe(world, tokenOf(c));
    const button = { words: t.againButton, value: MAILS.receive };
    return show(c, { title: t.stopped, words: t.stoppedWords, button });
  },
};
