import type { Body, BodyInput } from './body';

/** Every address of a body: its own first, then its people's. */
export const addressesOf = (body: Pick<BodyInput, 'email' | 'contacts'>): string[] =>
  [body.email, ...body.contacts.map((c) => c.email)].filter((e) => e !== undefined);

/** Where mail to a body goes: its own address, else the first person's, never a marked one. */
export const mailAddress = (body: Pick<Body, 'email' | 'contacts' | 'mailTroubles'>): string | undefined =>
  addressesOf(body).find((email) => !body.mailTroubles?.some((t) => t.email === email));

/** The phone contact where mail does not reach: the first person with a phone, else the body's number. */
export const callContact = (
  body: Pick<Body, 'name' | 'phone' | 'contacts'>,
): { name: string; phone: string } | undefined => {
  const person = body.contacts.find((c) => c.phone);
  if (person?.phone) return { name: `${person.name} (${body.name})`, phone: person.phone };
  return body.phone ? { name: body.name, phone: body.phone } : undefined;
};
