import { vietnamese } from '../../functions/platform/time/dates';
import { as, type World } from '../../functions/platform/world/world';
import { ORGANIZER, seedAccounts } from './accounts';
import { seedBodies } from './bodies';
import { seedEvents } from './events';
import { seedInvitations } from './invitations';
import { seedLibrary } from './library';
import { seedPastYear } from './past-year';
import { samplePerson } from './people';
import { seedPlans } from './plan';
import { seedAppeals } from './programme/appeals';
import { seedBudget } from './programme/budget';
import { seedConfirmations } from './programme/confirmations';
import { seedConsultation } from './programme/consultation';
import { seedDocuments, seedMinutes } from './programme/documents';
import { seedGoals } from './programme/goals';
import { seedHandouts } from './programme/handouts';
import { seedPledges } from './programme/pledges';
import { seedPoints } from './programme/points';
import { seedRecommendations } from './programme/recommendations';
import { seedReports } from './programme/reports';
import { seedResults } from './programme/results';
import { seedReviews } from './programme/reviews';
import { seedSupport } from './programme/support';
import { seedVisits } from './programme/visits';
import { seedExperts } from './register/experts';
import { seedLinks } from './register/links';
import { seedRegister } from './register/sample-register';
import { seedRegistrations } from './registrations';
import { communes, seedSampleCommunes, seedTileMap, seedUnits } from './units';

export { ORGANIZER } from './accounts';

/**
 * Fills fresh tables through the abilities. `none`: the province with its districts and the accounts,
 * without which no data could be entered. `demo`: the plan of 2021 and its past year, the same plan for the
 * current year with the coming weeks counted from now, the bodies that the plan
 * names, and some teams of the register.
 */
export const seed = async (world: World, which: 'demo' | 'none'): Promise<void> => {
  const organizer = as(world, ORGANIZER);
  await seedUnits(organizer);
  await seedTileMap(organizer);
  await seedAccounts(world);
  if (which === 'none') return;
  await seedSampleCommunes(organizer);
  await seedBodies(organizer);
  await seedRegister(organizer, { samplePerson, communes });
  await seedPlans(organizer, vietnamese(world.now()).year);
  await seedLibrary(organizer);
  await seedPastYear(organizer);
  await seedBudget(organizer);
  await seedPledges(organizer);
  await seedAppeals(organizer);
  await seedExperts(organizer);
  await seedHandouts(organizer, vietnamese(world.now()).year);
  await seedGoals(organizer);
  await seedResults(organizer);
  await seedEvents(organizer);
  await seedDocuments(organizer);
  await seedRegistrations(world, organizer);
  await seedInvitations(organizer);
  await seedRecommendations(organizer);
  await seedReports(organizer);
  await seedSupport(world, organizer);
  await seedPoints(world, organizer);
  await seedMinutes(organizer);
  await seedVisits(organizer);
  await seedConsultation(organizer);
  await seedReviews(organizer);
  await seedConfirmations(organizer);
  await seedLinks(world);
};
