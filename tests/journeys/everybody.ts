import { routes } from '../../web/routes';
import { everyPage } from './every-page';
import { fill, send } from './form';
import type { Journey } from './journey';

/** A visitor who has opened their registration, an organizer, an admin, an officer, and the pages of each. */
export const everybody = async (journey: Journey) => {
  const { open, proven, desk, admin, unit, registration } = await everyPage(journey.system);
  const visitor = await journey.person();
  await visitor.goto(journey.url(routes.review()));
  await fill(visitor, { code: registration.code, phone: registration.phone });
  await send(visitor);
  const organizer = await journey.organizer();
  const administrator = await journey.organizer('quan-tri@stp.example');
  const officer = await journey.organizer('go-quao@kiengiang.example');
  return [
    ...[...open, ...proven].map((at) => [visitor, ...at] as const),
    ...desk.map((at) => [organizer, ...at] as const),
    ...admin.map((at) => [administrator, ...at] as const),
    ...unit.map((at) => [officer, ...at] as const),
  ];
};
