import type { Pages } from '../env';

/**
 * `/api/openapi.json` and its readable form, `/api/docs`. Both are loaded when first asked for, so that
 * a function that never shows them starts without them.
 */
export const reference: Pages = (app) => {
  app.get('/api/openapi.json', async (c) => {
    const { document } = await import('../../functions/api/document');
    c.header('Cache-Control', 'public, max-age=300');
    return c.json(document());
  });
  app.get('/api/docs', async (c) => {
    const [{ document }, { referencePage }] = await Promise.all([
      import('../../functions/api/document'),
      import('./page'),
    ]);
    c.set('language', 'en');
    c.header('Cache-Control', 'public, max-age=300');
    return c.html(referencePage(c, document()));
  });
};
