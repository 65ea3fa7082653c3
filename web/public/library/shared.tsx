import { html } from 'hono/html';
import { listMaterials, materialsWith } from '../../../functions/library/materials/list';
import { atomFeed } from '../../../functions/library/publications/feed';
import { shortDate } from '../../../functions/platform/time/format-date';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { keepBriefly } from '../../ui/cache';
import { askedOf } from './asked';

const KEEP_SECONDS = 300;
/** A frame on another portal is small. */
const EMBEDDED = 8;

const published = async (c: Page) =>
  (await listMaterials(c.get('world'))).filter(({ state }) => state === 'published');

/** The latest materials as an Atom feed, for other portals and readers of news. */
export const feedPage = async (c: Page): Promise<Response> => {
  const world = c.get('world');
  const { library } = copy('vi');
  const title = `${library.title} – ${world.settings.department.name}`;
  keepBriefly(c, KEEP_SECONDS);
  return c.body(atomFeed(world, title, await published(c)), 200, {
    'Content-Type': 'application/atom+xml; charset=utf-8',
  });
};

/**
 * The latest materials as a small page that another portal shows in a frame. It has no form, no script and nothing of
 * who reads it; its links open the whole page.
 */
export const embedPage = async (c: Page): Promise<Response> => {
  const { links, settings } = c.get('world');
  const { library: t } = copy('vi');
  const { topic, language } = askedOf(c);
  const shown = materialsWith(await published(c), { topic, language }).slice(0, EMBEDDED);
  keepBriefly(c, KEEP_SECONDS);
  const page = (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${t.title} – ${settings.department.name}`}</title>
        <link rel="stylesheet" href={c.get('assets').style} />
      </head>
      <body>
        <main class="wrap">
          <h1 class="group">{t.title}</h1>
          {shown.length === 0 && <p>{t.none}</p>}
          <ul>
            {shown.map(({ id, title, language: written, publishedAt }) => (
              <li>
                <a href={links.material(id)} target="_top" lang={written === 'vi' ? undefined : written}>
                  {title}
                </a>{' '}
                {publishedAt && <span class="soft small">{shortDate(publishedAt)}</span>}
              </li>
            ))}
          </ul>
          <p>
            <a href={links.library()} target="_top">
              {t.all}
            </a>
          </p>
        </main>
      </body>
    </html>
  );
  return c.html(html`<!doctype html>${page}`);
};
