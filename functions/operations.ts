import { operations as accounts } from './accounts/api';
import { operations as bodies } from './bodies/api';
import type { Operation } from './contract/operation';
import { operations as events } from './events/api';
import { operations as invitations } from './invitations/api';
import { operations as invitationLinks } from './invitations/api-link';
import { operations as nominations } from './nominations/api';
import { operations as nominationLinks } from './nominations/api-link';
import { operations as notices } from './notices/api';
import { operations as deliveries } from './notices/api-deliveries';
import { operations as programme } from './programme/api';
import { operations as registrations } from './registrations/api';
import { operations as checkIns } from './registrations/api-check-in';
import { operations as registrationImport } from './registrations/api-import';
import { operations as officeRegistrations } from './registrations/api-office';
import { operations as registrationRecords } from './registrations/api-records';
import { operations as units } from './units/api';

/** The whole API, noun by noun, in the order of the reference. */
export const operations: readonly Operation[] = [
  ...events,
  ...registrations,
  ...officeRegistrations,
  ...registrationImport,
  ...checkIns,
  ...registrationRecords,
  ...nominations,
  ...nominationLinks,
  ...bodies,
  ...invitations,
  ...invitationLinks,
  ...notices,
  ...deliveries,
  ...programme,
  ...units,
  ...accounts,
];
