import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { endUnitPage } from './end-unit';
import { importUnitsPage } from './import-units';
import { pilotPage } from './pilot';
import { tilesPage } from './tiles';
import { unitPage } from './unit';
import { unitsPage } from './units';

/** The units of the province: in force and ended, corrected and ended by organizers. */
export const consoleUnits: Pages = (app) => {
  app.use(`${routes.consoleUnits()}/*`, staffOnly);
  app.get(routes.consoleUnits(), staffOnly, unitsPage.get);
  app.post(routes.consoleUnits(), staffOnly, unitsPage.post);
  // `/dia-ban/nhap` and `/dia-ban/ban-do` must come before `/dia-ban/:id`.
  app.get(routes.consoleUnitsImport(), importUnitsPage.get);
  app.post(routes.consoleUnitsImport(), importUnitsPage.post);
  app.get(routes.consoleTiles(), tilesPage.get);
  app.post(routes.consoleTiles(), tilesPage.post);
  app.get(routes.consoleUnit(':id'), unitPage.get);
  app.post(routes.consoleUnit(':id'), unitPage.post);
  app.get(routes.consoleUnitEnd(':id'), endUnitPage.get);
  app.post(routes.consoleUnitEnd(':id'), endUnitPage.post);
  app.get(routes.consoleUnitPilot(':id'), pilotPage.get);
  app.post(routes.consoleUnitPilot(':id'), pilotPage.post);
};
