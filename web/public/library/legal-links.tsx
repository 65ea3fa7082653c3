import { TOPICS } from '../../../functions/library/catalogue/topic-names';
import type { LegalLink } from '../../../functions/library/legal-links/legal-link';
import { listLegalLinks } from '../../../functions/library/legal-links/list';
import { shortDate } from '../../../functions/platform/time/format-date';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { keepBriefly } from '../../ui/cache';
import { here, PublicPage } from '../../ui/layout';
import { Vi, viOn } from '../../vietnamese';

const KEEP_SECONDS = 60;

/** A link stands below its first topic, so that it is read once. */
const byTopic = (links: readonly LegalLink[]) =>
  TOPICS.map((topic) => ({ topic, links: links.filter(({ topics }) => topics[0] === topic) })).filter(
    (group) => group.links.length > 0,
  );

/** The links that work, by topic, each with the day of the last check that found it. */
export const legalLinksPage = async (c: Page): Promise<Response> => {
  const language = c.get('language');
  const { library } = copy(language);
  const { links: t } = library;
  const links = (await listLegalLinks(c.get('world'))).filter(({ dead }) => !dead);
  keepBriefly(c, KEEP_SECONDS);
  return c.html(
    <PublicPage c={c} title={t.title} share={{ description: t.lead }}>
      <a class="back tap" href={here(c, routes.library())}>
        ‹ {library.back}
      </a>
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      {links.length === 0 && <div class="empty">{t.none}</div>}
      {byTopic(links).map((group) => (
        <section>
          <h2 class="group">{library.topics[group.topic]}</h2>
          {group.links.map(({ title, note, url, foundAt }) => (
            <article class="card">
              <h3>
                <a href={url} rel="noopener nofollow" lang={viOn(language)}>
                  {title}
                </a>
              </h3>
              {note && (
                <p>
                  <Vi language={language}>{note}</Vi>
                </p>
              )}
              <p class="soft small">
                {new URL(url).hostname} · {foundAt ? t.checked(shortDate(foundAt)) : t.unchecked}
              </p>
            </article>
          ))}
        </section>
      ))}
    </PublicPage>,
  );
};
