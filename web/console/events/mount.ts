import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { editEventPage } from './edit/edit-event';
import { newEventPage } from './edit/new-event';
import { detailsPage } from './event/details';
import { duplicatePage } from './event/duplicate';
import { previewPage } from './event/preview';
import { listPage } from './list/list';
import { remindPage } from './remind/remind';
import { seatsPage } from './seats/seats';
import { cancelPage } from './transitions/cancel';
import { discardPage } from './transitions/discard';
import { postponePage } from './transitions/postpone';
import { publishPage } from './transitions/publish';

/** Console: the list of events, one event, its form, its seats, its changes of state. */
export const consoleEvents: Pages = (app) => {
  app.get(routes.consoleEvents(), staffOnly, listPage);

  // `/lop/moi` must come before `/lop/:id`.
  app.get(routes.consoleNewEvent(), staffOnly, newEventPage.get);
  app.post(routes.consoleNewEvent(), staffOnly, newEventPage.post);
  app.get(routes.consoleEditEvent(':id'), staffOnly, editEventPage.get);
  app.post(routes.consoleEditEvent(':id'), staffOnly, editEventPage.post);

  app.get(routes.consoleEventDetails(':id'), staffOnly, detailsPage);
  app.get(routes.consolePreview(':id'), staffOnly, previewPage);
  app.get(routes.consoleSeats(':id'), staffOnly, seatsPage.get);
  app.post(routes.consoleSeats(':id'), staffOnly, seatsPage.post);

  app.get(routes.consoleRemind(':id'), staffOnly, remindPage.get);
  app.post(routes.consoleRemind(':id'), staffOnly, remindPage.post);

  for (const [route, page] of [
    [routes.consolePublish, publishPage],
    [routes.consolePostpone, postponePage],
    [routes.consoleCancel, cancelPage],
    [routes.consoleDiscard, discardPage],
    [routes.consoleDuplicate, duplicatePage],
  ] as const) {
    app.get(route(':id'), staffOnly, page.get);
    app.post(route(':id'), staffOnly, page.post);
  }
};
