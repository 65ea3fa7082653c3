import { missing } from '../../../functions/platform/problem/problem';
import { commentsFile, PLAN_DOCUMENTS, planFile } from '../../../functions/programme/consultation/files';
import type { Page } from '../../env';
import { sendFile } from '../../ui/download';
import { idOf, must } from './access';

/** Every comment on the draft of a plan as a spreadsheet. */
export const commentsDownload = async (c: Page): Promise<Response> => {
  must(c, 'seeComments');
  return sendFile(c, await commentsFile(c.get('world'), idOf(c)));
};

/** The plan, or the submission for it, as a Word file. */
export const planDownload = async (c: Page): Promise<Response> => {
  must(c, 'edit');
  const kind = PLAN_DOCUMENTS.find((one) => one === c.req.param('kind'));
  if (!kind) throw missing('document');
  return sendFile(c, await planFile(c.get('world'), idOf(c), kind));
};
