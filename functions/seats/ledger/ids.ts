import type { Pointer, RegistrationRef } from './entry';

const ID = /^reg_([0-9a-z_]+)_(\d+)_([0-9a-z]+)$/;

/** `reg_<event>_<section>_<person key>`: an id leads straight to its item, without an index. */
export const registrationId = (eventId: string, section: number, personKey: string): string =>
  `reg_${eventId.slice(4)}_${section}_${personKey}`;

/** The id of the registration under a key. */
export const idOf = ({ pk, sk }: RegistrationRef): string => {
  const [eventId, section] = pk.split('#');
  return registrationId(eventId!, Number(section), sk);
};

/** @returns the key of a registration, or undefined where the text is not an id */
export const locate = (id: string): ({ eventId: string } & RegistrationRef) | undefined => {
  const parts = ID.exec(id);
  if (!parts) return undefined;
  const eventId = `evt_${parts[1]}`;
  return { eventId, pk: `${eventId}#${Number(parts[2])}`, sk: parts[3]! };
};

/** The key of the registration that a pointer leads to. */
export const targetOf = ({ pk, pointsTo, section }: Pointer): RegistrationRef => ({
  pk: section === undefined ? pk : `${pk.slice(0, pk.indexOf('#'))}#${section}`,
  sk: pointsTo,
});

export const targetId = (pointer: Pointer): string => idOf(targetOf(pointer));
