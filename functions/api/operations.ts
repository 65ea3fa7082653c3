import { operations as accounts } from './accounts/operations';
import { operations as staff } from './accounts/staff';
import { operations as appealLinks } from './appeals/link';
import { operations as appeals } from './appeals/operations';
import { operations as bodies } from './bodies/operations';
import { operations as broadcasts } from './broadcasts/operations';
import { operations as budget } from './budget/operations';
import { operations as confirmationLinks } from './confirmations/link';
import { operations as confirmations } from './confirmations/operations';
import type { Operation } from './contract/operation';
import { operations as documents } from './documents/documents';
import { operations as office } from './documents/office';
import { operations as capacity } from './events/capacity';
import { operations as events } from './events/operations';
import { operations as reminders } from './events/reminders';
import { operations as eventStates } from './events/state';
import { operations as transitions } from './events/transitions';
import { operations as experts } from './experts/operations';
import { operations as handouts } from './handouts/operations';
import { operations as lists } from './imports/operations';
import { operations as invitationLetters } from './invitations/letter-files';
import { operations as invitationLinks } from './invitations/link';
import { operations as invitations } from './invitations/operations';
import { operations as letters } from './letters/operations';
import { operations as requestLetters } from './letters/request';
import { operations as signers } from './letters/signers';
import { operations as materialFiles } from './library/files';
import { operations as legalLinks } from './library/legal-links';
import { operations as materials } from './library/materials';
import { operations as publications } from './library/publications';
import { operations as minutes } from './minutes/operations';
import { operations as nominationLinks } from './nominations/link';
import { operations as nominationMediators } from './nominations/mediators';
import { operations as nominations } from './nominations/operations';
import { operations as quotas } from './nominations/quotas';
import { operations as notices } from './notices/calls';
import { operations as deliveries } from './notices/deliveries';
import { operations as coverageGoals } from './participation/goals';
import { operations as participation } from './participation/operations';
import { operations as quotaProposal } from './participation/proposal';
import { operations as contributions } from './pledges/contributions';
import { operations as pledges } from './pledges/operations';
import { operations as points } from './points/operations';
import { operations as ownPoints } from './points/own';
import { operations as forgettings } from './privacy/forget';
import { operations as restrictions } from './privacy/restrict';
import { operations as planChanges } from './programme/changes';
import { operations as consultation } from './programme/consultation';
import { operations as dashboard } from './programme/dashboard';
import { operations as programme } from './programme/operations';
import { operations as taskResults } from './programme/results';
import { operations as timeline } from './programme/timeline';
import { operations as recommendationLinks } from './recommendations/link';
import { operations as recommendations } from './recommendations/operations';
import { operations as registerImport } from './register/import';
import { operations as registerMediatorSteps } from './register/mediator-steps';
import { operations as registerMediators } from './register/mediators';
import { operations as registerMerging } from './register/merging';
import { operations as registerSensitive } from './register/sensitive';
import { operations as registerTeams } from './register/teams';
import { operations as checkIns } from './registrations/check-in';
import { operations as registrationImport } from './registrations/import';
import { operations as moneyLists } from './registrations/money-list';
import { operations as officeRegistrations } from './registrations/office';
import { operations as registrations } from './registrations/operations';
import { operations as registrationRecords } from './registrations/records';
import { operations as reportActs } from './reports/acts';
import { operations as reportLinks } from './reports/link';
import { operations as reports } from './reports/operations';
import { operations as retention } from './retention/operations';
import { operations as reviewLinks } from './reviews/link';
import { operations as reviews } from './reviews/operations';
import { operations as support } from './support/operations';
import { operations as ownSupport } from './support/own';
import { operations as units } from './units/operations';
import { operations as findings } from './visits/findings';
import { operations as visitLinks } from './visits/link';
import { operations as visits } from './visits/operations';

/** The whole API, noun by noun, in the order of the reference. */
export const operations: readonly Operation[] = [
  ...events,
  ...transitions,
  ...eventStates,
  ...capacity,
  ...registrations,
  ...officeRegistrations,
  ...registrationImport,
  ...lists,
  ...checkIns,
  ...registrationRecords,
  ...moneyLists,
  ...nominations,
  ...requestLetters,
  ...quotas,
  ...nominationLinks,
  ...nominationMediators,
  ...quotaProposal,
  ...bodies,
  ...invitations,
  ...invitationLetters,
  ...invitationLinks,
  ...letters,
  ...signers,
  ...reminders,
  ...notices,
  ...deliveries,
  ...broadcasts,
  ...programme,
  ...consultation,
  ...planChanges,
  ...dashboard,
  ...taskResults,
  ...timeline,
  ...budget,
  ...pledges,
  ...contributions,
  ...appeals,
  ...appealLinks,
  ...handouts,
  ...experts,
  ...recommendations,
  ...recommendationLinks,
  ...reports,
  ...reportActs,
  ...reportLinks,
  ...points,
  ...ownPoints,
  ...support,
  ...ownSupport,
  ...visits,
  ...findings,
  ...reviews,
  ...reviewLinks,
  ...visitLinks,
  ...materials,
  ...materialFiles,
  ...legalLinks,
  ...publications,
  ...registerTeams,
  ...participation,
  ...coverageGoals,
  ...registerMediators,
  ...registerMerging,
  ...confirmations,
  ...confirmationLinks,
  ...registerMediatorSteps,
  ...registerImport,
  ...registerSensitive,
  ...units,
  ...accounts,
  ...staff,
  ...forgettings,
  ...restrictions,
  ...documents,
  ...minutes,
  ...office,
  ...retention,
];
