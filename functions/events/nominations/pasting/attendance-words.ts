import type { FieldError } from '../../../platform/problem/problem';
import { plain } from '../../../platform/text/text';
import type { Mode } from '../../event/event-input';

const ONLINE: Record<string, boolean> = {
  'truc tuyen': true,
  online: true,
  'tu xa': true,
  'truc tiep': false,
  'tai hoi truong': false,
  'hoi truong': false,
  'tai cho': false,
};

/** How a person takes part, read from a list's cell. Only an event that is held both ways leaves a choice. */
export const readAttendance = (
  mode: Mode,
  cell: string | undefined,
): { given: { online?: boolean }; errors: FieldError[] } => {
  if (!cell) return { given: {}, errors: [] };
  const refused = (error: Omit<FieldError, 'path'>) => ({
    given: {},
    errors: [{ path: 'online', ...error }],
  });
  const online = ONLINE[plain(cell)];
  if (online === undefined) return refused({ code: 'attendance-unknown', detail: { said: cell } });
  if (mode === 'both') return { given: { online }, errors: [] };
  if (online === (mode === 'online')) return { given: {}, errors: [] };
  return refused({ code: online ? 'online-not-offered' : 'hall-not-offered' });
};
