import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { editEventPage } from '../events/edit/edit-event';
import { newEventPage } from '../events/edit/new-event';
import { duplicate } from '../events/event/duplicate';
import { eventPage } from '../events/event/event';
import { previewPage } from '../events/event/preview';
import { listPage } from '../events/list/list';
import { seatsPage } from '../events/seats/seats';
import { cancelPage } from '../events/transitions/cancel';
import { discardPage } from '../events/transitions/discard';
import { postponePage } from '../events/transitions/postpone';
import { publishPage } from '../events/transitions/publish';
import { todayPage } from './today';

/**
 * The console's scheduling: today, the list, one event, its form, its seats, its changes of state. The
 * events are mounted here and not in their own folder, whose files the folders below it import.
 */
export const consoleEvents: Pages = (app) => {
  app.get(routes.console(), staffOnly, todayPage);
  app.get(routes.consoleEvents(), staffOnly, listPage);

  // `/lop/moi` must come before `/lop/:id`.
  app.get(routes.consoleNewEvent(), staffOnly, newEventPage.get);
  app.post(routes.consoleNewEvent(), staffOnly, newEventPage.post);
  app.get(routes.consoleEditEvent(':id'), staffOnly, editEventPage.get);
  app.post(routes.consoleEditEvent(':id'), staffOnly, editEventPage.post);

  app.get(routes.consoleEvent(':id'), staffOnly, eventPage);
  app.get(routes.consolePreview(':id'), staffOnly, previewPage);
  app.post(routes.consoleDuplicate(':id'), staffOnly, duplicate);
  app.get(routes.consoleSeats(':id'), staffOnly, seatsPage.get);
  app.post(routes.consoleSeats(':id'), staffOnly, seatsPage.post);

  for (const [route, page] of [
    [routes.consolePublish, publishPage],
    [routes.consolePostpone, postponePage],
    [routes.consoleCancel, cancelPage],
    [routes.consoleDiscard, discardPage],
  ] as const) {
    app.get(route(':id'), staffOnly, page.get);
    app.post(route(':id'), staffOnly, page.post);
  }
};
