import { downloadFile } from '../../../functions/library/files/download';
import type { Page } from '../../env';
import { keepNever } from '../../ui/cache';

/** Leads to a material's file. Counted; a program that only asks (HEAD) is not. */
export const fileDownload = async (c: Page): Promise<Response> => {
  const counts = c.req.method !== 'HEAD';
  const { url } = await downloadFile(c.get('world'), c.req.param('id')!, { counts });
  keepNever(c);
  return c.redirect(url, 302);
};
