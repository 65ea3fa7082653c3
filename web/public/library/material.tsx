import { raw } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import { getPublished } from '../../../functions/library/materials/get';
import { openFileOf } from '../../../functions/library/materials/material';
import { markdown } from '../../../functions/platform/text/markdown';
import { capitalised } from '../../../functions/platform/text/text';
import { longDate } from '../../../functions/platform/time/format-date';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { keepBriefly } from '../../ui/cache';
import { here, PublicPage } from '../../ui/layout';
import { Vi } from '../../vietnamese';

const KEEP_SECONDS = 60;

const Row: FC<{ name: string; children: Child }> = ({ name, children }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** One material: what it is, and its text or where to see it. Nothing plays by itself. */
export const materialPage = async (c: Page): Promise<Response> => {
  const { material, text } = await getPublished(c.get('world'), c.req.param('id')!);
  const language = c.get('language');
  const { library: t } = copy(language);
  const { title, summary, author, url, publishedAt } = material;
  const lang = material.language === language ? undefined : material.language;
  const file = openFileOf(material);
  const body = text && (
    <div class="markdown" lang={lang}>
      {raw(await markdown(text))}
    </div>
  );
  keepBriefly(c, KEEP_SECONDS);
  return c.html(
    <PublicPage c={c} title={title} share={{ description: summary }}>
      <a class="back tap" href={here(c, routes.library())}>
        ‹ {t.back}
      </a>
      <h1 lang={lang}>{title}</h1>
      <p lang={lang}>{summary}</p>
      {url && (
        <p>
          <a class="btn" href={url} rel="noopener nofollow">
            {t.watch}
          </a>
          <br />
          <span class="soft small">{t.watchNote(new URL(url).hostname)}</span>
        </p>
      )}
      {file && (
        <p>
          <a class="btn" href={routes.materialFile(material.id)} rel="nofollow">
            {t.download[file.format]}
          </a>
          <br />
          <span class="soft small">{t.fileSize(file.format, file.size)}</span>
        </p>
      )}
      {material.format !== 'text' && body && <h2>{t.said}</h2>}
      {body}
      <dl class="summary">
        <Row name={t.format}>
          {t.kinds[material.kind]}, {t.formats[material.format].toLowerCase()}
        </Row>
        <Row name={t.language}>{t.languages[material.language]}</Row>
        {author && (
          <Row name={t.author}>
            <Vi language={language}>{author.name}</Vi>
          </Row>
        )}
        {publishedAt && <Row name={t.published}>{capitalised(longDate(publishedAt, language))}</Row>}
        <Row name={t.topic}>
          {material.topics.map((topic, i) => (
            <>
              {i > 0 && ', '}
              <a href={withQuery(here(c, routes.library()), { [QUERY.topic]: topic })}>{t.topics[topic]}</a>
            </>
          ))}
        </Row>
      </dl>
    </PublicPage>,
  );
};
