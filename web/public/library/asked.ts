import { TOPICS } from '../../../functions/library/catalogue/topic-names';
import { MATERIAL_LANGUAGES } from '../../../functions/library/materials/material';
import { cleanLine } from '../../../functions/platform/text/text';
import type { Page } from '../../env';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { here } from '../../ui/layout';

/** What the reader asks of the library; values that mean nothing are ignored. */
export const askedOf = (c: Page) => {
  const [topic, language] = [c.req.query(QUERY.topic), c.req.query(QUERY.materialLanguage)];
  return {
    search: cleanLine((c.req.query(QUERY.search) ?? '').slice(0, 200)) || undefined,
    topic: TOPICS.find((known) => known === topic),
    language: MATERIAL_LANGUAGES.find((known) => known === language),
    cursor: c.req.query(QUERY.cursor)?.slice(0, 20),
  };
};
export type Asked = ReturnType<typeof askedOf>;

/** The address of the list with the same question. */
export const libraryPath = (c: Page, { search, topic, language }: Asked, cursor?: string): string =>
  withQuery(here(c, routes.library()), {
    [QUERY.search]: search,
    [QUERY.topic]: topic,
    [QUERY.materialLanguage]: language,
    [QUERY.cursor]: cursor,
  });
