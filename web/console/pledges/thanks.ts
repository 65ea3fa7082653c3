import { missing } from '../../../functions/platform/problem/problem';
import { thanksFile } from '../../../functions/programme/pledges/thanks';
import type { Handler } from '../../env';
import { sendFile } from '../../ui/download';
import { idOf, mustSee } from './access';

/** The letter of thanks to a partner for a year, as a Word draft. */
export const thanksDownload: Handler = async (c) => {
  mustSee(c);
  const year = Number(c.req.param('year'));
  if (!Number.isInteger(year)) throw missing('page');
  return sendFile(c, await thanksFile(c.get('world'), { bodyId: idOf(c), year }));
};
