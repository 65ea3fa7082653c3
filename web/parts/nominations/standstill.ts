import type { NominationView } from '../../../functions/events/nominations/read';
import { iso } from '../../../functions/platform/time/dates';
import { copy, type Language } from '../../copy/copy';

/** Why the link takes no names now. */
export const standstill = ({ event, may }: NominationView, now: number, language: Language) => {
  const t = copy(language).nominations;
  if (event.status === 'cancelled') return [t.cancelled, t.cancelledThen] as const;
  if (event.status === 'postponed') return [t.postponed, t.postponedThen] as const;
  if (event.status === 'draft') return [t.draft, t.draftThen] as const;
  if (event.startsAt <= iso(now)) return [t.begun, t.begunThen] as const;
  if (!may.name) return [t.closed, t.closedThen] as const;
  return undefined;
};
