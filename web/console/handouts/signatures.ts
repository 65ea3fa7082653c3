import { type SignatureFormat, signatureFile } from '../../../functions/programme/handouts/signature-list';
import type { Handler } from '../../env';
import { sendFile } from '../../ui/download';
import { idOf, mustHandouts } from './access';

/** The list to sign, of the people who came to an event or of the mediators of a unit. */
export const signatureDownload =
  (of: 'event' | 'unit', format: SignatureFormat): Handler =>
  async (c) => {
    mustHandouts(c, 'seePeople');
    const handoutId = of === 'event' ? (c.req.param('handoutId') ?? '') : idOf(c);
    const whose = of === 'event' ? { eventId: idOf(c) } : { unitId: c.req.param('unitId') ?? '' };
    return sendFile(c, await signatureFile(c.get('world'), handoutId, whose, format));
  };
