import type { Pages } from '../env';
import { editPages } from './console-edit';
import { eventPages } from './console-event';
import { listPages } from './console-list';
import { seatPages } from './console-seats';
import { todayPages } from './console-today';
import { transitionPages } from './console-transitions';

/** The console's scheduling: today, the list, one event, its form, its seats, its changes of state. */
export const consoleEvents: Pages = (app) => {
  // `/lop/moi` stands before `/lop/:id`.
  for (const mount of [todayPages, listPages, editPages, eventPages, seatPages, transitionPages]) mount(app);
};
