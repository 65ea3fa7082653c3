import type { Event } from '../../events/event/event';
import { DAY, HOUR, localDate, ms } from '../../platform/time/dates';

/** A notice that is due: the key under which it is told once, and its words. */
export interface Occasion {
  /** Names the turn of what changed, so that each change is told once, however often it is derived. */
  sk: string;
  template: string;
  /** Since when it is due: notices worded later say it too, where they carry it (`stillToTell`). */
  at?: string;
  /** The person saw it on the screen as it happened: they get a mail as a receipt, but no call. */
  seen?: true;
  /** No other notice carries it: on the call list of a unit the words of the others have no code. */
  alone?: true;
  /** Takes back what was told since this time: where nothing was told, there is nothing to take back. */
  takesBack?: string;
}

/** When people are reminded: so many days before the event begins, at this hour in Vietnam. */
export interface Reminding {
  daysBefore: number;
  hour: number;
}
export const REMINDING: Reminding = { daysBefore: 1, hour: 8 };

/** When the people of an event are reminded (ms). */
export const reminderAt = (event: Pick<Event, 'startsAt'>, { daysBefore, hour }: Reminding): number =>
  ms(`${localDate(ms(event.startsAt) - daysBefore * DAY)}T00:00:00+07:00`) + hour * HOUR;
