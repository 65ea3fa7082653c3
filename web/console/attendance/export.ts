import { type EXPORT_FORMATS, exportFile } from '../../../functions/events/attendance/export';
import { getEvent } from '../../../functions/events/event/get';
import type { Handler } from '../../env';
import { sendFile } from '../../ui/download';
import { idOf, rightsOver } from '../registrations/parts/access';
import { askedOf } from '../registrations/parts/asked';

/** The list as a file: as much of it as the address asks for, by the words of the list's own address. */
export const exportList =
  (format: (typeof EXPORT_FORMATS)[number]): Handler =>
  async (c) => {
    await rightsOver(c, 'export');
    const event = await getEvent(c.get('world'), idOf(c));
    const { search, filter } = askedOf(c);
    return sendFile(c, await exportFile(c.get('world'), event, format, { search, ...filter }));
  };
