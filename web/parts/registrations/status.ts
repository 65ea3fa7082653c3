import type { RegistrationStatus } from '../../../functions/seats/ledger/entry';

/** The colour of a status; the tag also contains its word (`copy.registrations.statuses`). */
export const STATUS_TAG: Record<RegistrationStatus, string> = {
  confirmed: 'tag',
  waitlisted: 'tag sky',
  pending: 'tag sun',
  cancelled: 'tag grey',
  declined: 'tag grey',
};
