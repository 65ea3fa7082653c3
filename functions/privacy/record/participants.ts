import type { RefusedRows } from '../../events/imports/import';
import { PERSON_FIELDS } from '../../events/person/person-fields';
import type { Registration } from '../../events/registrations/registration';
import type { RollChange, RollPart } from '../../events/registrations/roll/rolls-table';
import { type KeptOf, keptOf } from './kept-of';

type PersonField = keyof typeof PERSON_FIELDS;

const registration = keptOf<Omit<Registration, PersonField>>({
  table: 'registrations',
  item: 'registration',
  whose: 'people who registered, were named, or come for a body',
  ground: 'consent',
  seenBy: 'organizers',
  kept: 'people',
  why: {
    pk: null,
    sk: 'keyed hash of phone and name: to recognise a repeat',
    id: 'contains the keyed hash',
    eventId: null,
    sections: null,
    status: null,
    turn: null,
    how: null,
    place: null,
    unitPlace: null,
    claim: null,
    pools: null,
    queuedAt: null,
    code: 'to show that a registration is one’s own',
    reason: 'why it ended, as the person is told',
    replacedBy: 'who goes instead',
    exit: null,
    was: null,
    came: 'the days on which the person came',
    version: null,
    createdAt: null,
    updatedAt: null,
    unitName: 'the unit as it was named on the day',
    bodyName: 'the body as it was named on the day',
    online: 'how the person takes part',
    basis: 'the ground that was given',
    consent: 'evidence of the ground: the wording, and when it was shown',
    attestedBy: 'who confirmed a ground on paper (account, link)',
    channel: null,
    nominationId: 'which unit named the person',
    invitationId: 'for which body the person comes',
    movedFrom: null,
    codeAsked: 'the day on which the code was asked for',
    codeAskedAt: null,
    codeLink: null,
    codeRenewedAt: null,
    webPhone: 'the phone again: to find a slip that is sent again',
    nonce: null,
    network: 'keyed hash of network and day: to see a machine that registers many',
    unconfirmed: null,
    restricted: 'since when the data are restricted',
    setAside: 'the data while they are restricted',
    imports: 'what an import changed, to take it back',
    forgotten: 'that the person was forgotten: when, by which account, on which of three grounds',
    by: 'who wrote it last (account, link)',
  },
});

const roll = {
  table: 'rolls',
  whose: 'people of an event of 1,000 or more',
  ground: 'consent',
  seenBy: 'organizers',
  kept: 'rolls',
} as const;
const rollFields = {
  pk: null,
  sk: 'contains the keyed hash of a registration',
  people: 'a copy of what registrations say, for lists that count, sort and search',
  expiresAt: null,
  by: null,
};

export const participants: readonly KeptOf[] = [
  {
    ...registration,
    item: 'registration: what the person said',
    // The schema itself says which of its fields are personal.
    why: Object.fromEntries(
      Object.entries(PERSON_FIELDS).map(([name, { personal }]) => [name, personal || null]),
    ),
  },
  { ...registration, item: 'registration: what was done with it' },
  keptOf<RefusedRows>({
    table: 'imports',
    item: 'rows that an import refused',
    whose: 'people of an imported list',
    ground: 'consent',
    seenBy: 'organizersAlone',
    kept: 'refusedRows',
    why: { pk: null, sk: null, rows: 'name and fault of each row, to mend the list', by: null },
  }),
  keptOf<RollPart>({
    ...roll,
    item: 'roll of a large event: a part of its people',
    why: { ...rollFields, at: null },
  }),
  keptOf<RollChange>({ ...roll, item: 'roll of a large event: a person who changed', why: rollFields }),
];
