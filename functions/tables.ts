import { accountsTable } from './accounts/account';
import { auditTable } from './audit/audit';
import { bodiesTable } from './bodies/body';
import { eventsTable } from './events/event';
import { invitationsTable } from './invitations/invitation';
import { nominationsTable } from './nominations/nomination';
import { noticesTable } from './notices/delivery';
import { programmeTable } from './programme/plan';
import { registrationsTable } from './registrations/registration';
import type { TableSpec } from './store/table';
import { unitsTable } from './units/unit';

/** Every table of the system: the stack and the local runner both make these, and no others. */
export const tables: readonly TableSpec[] = [
  accountsTable,
  auditTable,
  bodiesTable,
  eventsTable,
  invitationsTable,
  nominationsTable,
  noticesTable,
  programmeTable,
  registrationsTable,
  unitsTable,
];
