import { accountsTable } from './directory/accounts/account';
import { bodiesTable } from './directory/bodies/body';
import { unitsTable } from './directory/units/unit';
import { documentsTable } from './documents/documents-table';
import { broadcastsTable } from './events/broadcasts/broadcast';
import { eventsTable } from './events/event/event';
import { importsTable } from './events/imports/import';
import { invitationsTable } from './events/invitations/invitation';
import { lettersTable } from './events/letters/shared-letter';
import { nominationsTable } from './events/nominations/nomination';
import { privacyTable } from './events/person/forgotten';
import { registrationsTable } from './events/registrations/registration';
import { rollsTable } from './events/registrations/roll/rolls-table';
import { inquiriesTable } from './inquiries/inquiry';
import { libraryTable } from './library/catalogue/library-table';
import { noticesTable } from './outbox/deliveries/notices-table';
import { auditTable } from './platform/audit/change';
import type { TableSpec } from './platform/store/table';
import { programmeTable } from './programme/plans/plan';
import { registerTable } from './register/teams/team';

/** Every table of the system: the stack and the local runner both make these, and no others. */
export const tables: readonly TableSpec[] = [
  accountsTable,
  auditTable,
  bodiesTable,
  broadcastsTable,
  documentsTable,
  eventsTable,
  importsTable,
  inquiriesTable,
  invitationsTable,
  lettersTable,
  libraryTable,
  nominationsTable,
  noticesTable,
  privacyTable,
  programmeTable,
  registerTable,
  registrationsTable,
  rollsTable,
  unitsTable,
];
