import type { FieldError } from '../../../platform/problem/problem';
import { plain } from '../../../platform/text/text';
import type { Event } from '../../event/event';

const ONLINE: Record<string, boolean> = {
  'truc tuyen': true,
  online: true,
  'tu xa': true,
  'truc tiep': false,
  'tai hoi truong': false,
  'hoi truong': false,
  'tai cho': false,
};

/** How somebody takes part, as a list says it; only an event that is held both ways leaves the choice. */
export const attendanceSaid = (
  mode: Event['mode'],
  said: string | undefined,
): { given: { online?: boolean }; errors: FieldError[] } => {
  if (!said) return { given: {}, errors: [] };
  const online = ONLINE[plain(said)];
  if (online === undefined)
    return { given: {}, errors: [{ path: 'online', code: 'attendance-unknown', detail: { said } }] };
  if (mode === 'both') return { given: { online }, errors: [] };
  if (online === (mode === 'online')) return { given: {}, errors: [] };
  return {
    given: {},
    errors: [{ path: 'online', code: online ? 'online-not-offered' : 'hall-not-offered' }],
  };
};
