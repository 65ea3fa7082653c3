import type { Invitation } from '../../events/invitations/invitation';
import type { Nomination } from '../../events/nominations/nomination';
import { EMPTIED_NAME } from '../../events/person/forgotten';
import { PERSONAL } from '../../events/person/person-fields';
import type { Registration } from '../../events/registrations/registration';
import { OPEN } from '../../notices/pending';
import { DELIVERY_PERSONAL, type Delivery } from '../../outbox/deliveries/delivery';
import { iso } from '../../platform/time/dates';

/** What a registration keeps of a person beside their own fields. */
const BESIDE = [
  'setAside',
  'webPhone',
  'reason',
  'nonce',
  'network',
  'imports',
  'codeAsked',
  'codeAskedAt',
] as const;

const nothing = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, undefined]));

/**
 * A registration without its person: what is counted stays (status, place, attendance, unit). Its key stays too, a keyed
 * hash that only the department's secret can make again.
 */
export const emptiedRegistration = (): Partial<Registration> => ({
  ...nothing([...PERSONAL, ...BESIDE]),
  fullName: EMPTIED_NAME,
  phone: '',
});

/** A notice without its person. One that was never told leaves its list for good. */
export const emptiedDelivery = (d: Delivery, now: number): Partial<Delivery> => ({
  ...nothing([...DELIVERY_PERSONAL, 'setAside']),
  ...([...OPEN, 'held'].includes(d.state) && {
    state: 'dropped',
    open: undefined,
    droppedAt: iso(now),
    supersededBy: 'kept long enough',
  }),
});

/** A quota without its contact. */
export const emptiedNomination = (): Partial<Nomination> => ({
  contactName: EMPTIED_NAME,
  contactPhone: undefined,
  contactEmail: undefined,
});

/** An invitation whose answer says how many came, and what was given, but not who. */
export const emptiedInvitation = ({ answer }: Pick<Invitation, 'answer'>): Partial<Invitation> => ({
  guest: undefined,
  lastDelegates: undefined,
  ...(answer && {
    answer: {
      ...answer,
      reason: undefined,
      note: undefined,
      delegates: answer.delegates.map(() => ({ name: EMPTIED_NAME })),
      support: answer.support.map(({ kind }) => ({ kind })),
    },
  }),
});

/** Whether an invitation has anything of a person. */
export const isEmptyInvitation = ({ guest, lastDelegates, answer }: Invitation): boolean =>
  !guest &&
  !lastDelegates &&
  (!answer ||
    (!answer.reason &&
      !answer.note &&
      answer.delegates.every(({ name, phone }) => name === EMPTIED_NAME && !phone) &&
      answer.support.every(({ detail }) => !detail)));
