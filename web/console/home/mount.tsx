import type { Pages } from '../../env';
import { editPages } from '../events/edit';
import { eventPages } from '../events/event-page';
import { listPages } from '../events/list';
import { seatPages } from '../events/seats';
import { transitionPages } from '../events/transitions';
import { todayPages } from './today';

/** The console's scheduling: today, the list, one event, its form, its seats, its changes of state. */
export const consoleEvents: Pages = (app) => {
  // `/lop/moi` stands before `/lop/:id`.
  for (const mount of [todayPages, listPages, editPages, eventPages, seatPages, transitionPages]) mount(app);
};
