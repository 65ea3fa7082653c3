import type { FC } from 'hono/jsx';
import { TOPICS } from '../../../functions/library/catalogue/topic-names';
import { listMaterials, materialsWith } from '../../../functions/library/materials/list';
import { MATERIAL_LANGUAGES, type Material, openFileOf } from '../../../functions/library/materials/material';
import { cutPage } from '../../../functions/platform/input/fields';
import { shortDate } from '../../../functions/platform/time/format-date';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { QUERY } from '../../query';
import { routes } from '../../routes';
import { keepBriefly } from '../../ui/cache';
import { orFirstPage } from '../../ui/first-page';
import { Field, freshForm, Select } from '../../ui/form';
import { here, PublicPage } from '../../ui/layout';
import { Vi } from '../../vietnamese';
import { type Asked, askedOf, libraryPath } from './asked';

const PER_PAGE = 20;
const KEEP_SECONDS = 60;

/** The published materials, the latest first, with a search by words, topic and language. */
export const libraryPage = async (c: Page): Promise<Response> => {
  const { library: t } = copy(c.get('language'));
  const asked = askedOf(c);
  const all = (await listMaterials(c.get('world'))).filter(({ state }) => state === 'published');
  const matching = materialsWith(all, asked);
  const page = await orFirstPage(asked.cursor, async (cursor) =>
    cutPage(matching, { limit: PER_PAGE, cursor }),
  );
  const filtered = Boolean(asked.search || asked.topic || asked.language);
  keepBriefly(c, KEEP_SECONDS);
  return c.html(
    <PublicPage
      c={c}
      title={t.title}
      share={{ description: t.lead }}
      hero={
        <div class="hero">
          <div class="wrap">
            <h1>{t.title}</h1>
            <p>
              {t.lead} <a href={here(c, routes.legalLinks())}>{t.links.title}</a>
            </p>
            {all.length > 0 && <Filters c={c} asked={asked} />}
          </div>
        </div>
      }
    >
      <p class="found" role="status">
        <span>{t.found(matching.length)}</span>
        {filtered && (
          <a class="tap" href={here(c, routes.library())}>
            {t.clear}
          </a>
        )}
      </p>
      {page.items.map((material) => (
        <Card c={c} material={material} />
      ))}
      {page.items.length === 0 && <div class="empty">{all.length ? t.noMatch : t.none}</div>}
      {(page.next || asked.cursor) && (
        <p class="actions">
          {page.next && (
            <a class="btn plain" href={libraryPath(c, asked, page.next)} rel="next">
              {t.more}
            </a>
          )}
          {asked.cursor && (
            <a class="tap" href={libraryPath(c, asked)}>
              {t.first}
            </a>
          )}
        </p>
      )}
      <p class="small">
        <a href={routes.libraryFeed()}>{t.feed}</a>
      </p>
    </PublicPage>,
  );
};

const Filters: FC<{ c: Page; asked: Asked }> = ({ c, asked }) => {
  const language = c.get('language');
  const { library: t } = copy(language);
  const form = freshForm(language, {
    [QUERY.search]: asked.search,
    [QUERY.topic]: asked.topic,
    [QUERY.materialLanguage]: asked.language,
  });
  return (
    <form class="filters shown" method="get" action={here(c, routes.library())} role="search">
      <Field form={form} name={QUERY.search} label={t.findLabel} type="search" />
      <Select
        form={form}
        name={QUERY.topic}
        label={t.topic}
        empty={t.anyTopic}
        options={TOPICS.map((value) => ({ value, label: t.topics[value] }))}
      />
      <Select
        form={form}
        name={QUERY.materialLanguage}
        label={t.language}
        empty={t.anyLanguage}
        options={MATERIAL_LANGUAGES.map((value) => ({ value, label: t.languages[value] }))}
      />
      <button type="submit" class="btn">
        {t.search}
      </button>
    </form>
  );
};

const Card: FC<{ c: Page; material: Material }> = ({ c, material }) => {
  const language = c.get('language');
  const { library: t } = copy(language);
  const { title, summary, author, publishedAt } = material;
  const file = openFileOf(material);
  const lang = material.language === language ? undefined : material.language;
  return (
    <article class="card">
      <h2>
        <a href={here(c, routes.material(material.id))} lang={lang}>
          {title}
        </a>
      </h2>
      <p lang={lang}>{summary}</p>
      <p class="soft small">
        {t.kinds[material.kind]} · {file ? t.fileSize(file.format, file.size) : t.formats[material.format]} ·{' '}
        {t.languages[material.language]}
        {author && (
          <>
            {' · '}
            <Vi language={language}>{author.name}</Vi>
          </>
        )}
        {publishedAt && ` · ${shortDate(publishedAt)}`}
      </p>
    </article>
  );
};
