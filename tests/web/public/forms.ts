import { RegisterInput, register } from '../../../functions/events/registrations/register/register';
import type { Registration } from '../../../functions/events/registrations/registration';
import type { World } from '../../../functions/platform/world/world';
import type { Seen } from '../../support/seen';
import type { Fields, Visitor } from '../../support/visitor';

/** What a person types in the form of registration. */
export const typed = (over: Record<string, string> = {}): Record<string, string> => ({
  fullName: 'Trần Thị Mẫu Hoa',
  phone: '0912 345 678',
  districtId: 'unt_goquao',
  communeId: 'unt_goquao_2',
  consent: 'on',
  ...over,
});

export const codeOn = ({ page }: Pick<Seen, 'page'>) => page.querySelector('.code')?.text.replace(/\s/g, '');

/** The fields of the form that leads to `action`. */
export const fieldsTo = ({ page }: Pick<Seen, 'page'>, action: string): Record<string, string> => {
  const form = page.querySelectorAll('form[method=post]').find((f) => f.getAttribute('action') === action);
  if (!form) throw new Error(`no form leads to ${action}`);
  const fields: Record<string, string> = {};
  for (const input of form.querySelectorAll('input')) {
    const type = input.getAttribute('type');
    if ((type === 'checkbox' || type === 'radio') && !input.hasAttribute('checked')) continue;
    fields[input.getAttribute('name')!] = input.getAttribute('value') ?? '';
  }
  for (const area of form.querySelectorAll('textarea'))
    fields[area.getAttribute('name')!] = area.text.replace(/^\n/, '');
  for (const select of form.querySelectorAll('select'))
    fields[select.getAttribute('name')!] =
      select.querySelector('option[selected]')?.getAttribute('value') ?? '';
  return fields;
};

/** Sends a form whose answer never arrives: neither its page nor its cookies. */
export const lose = async (me: Visitor, url: string, fields: Fields): Promise<void> => {
  const before = new Map(me.cookies.jar);
  await me.post(url, fields);
  me.cookies.jar.clear();
  for (const [key, value] of before) me.cookies.jar.set(key, value);
};

/** A registration that was made elsewhere. */
export const registered = async (
  world: World,
  eventId: string,
  fullName: string,
  phone: string,
): Promise<Registration> =>
  (
    await register(
      world,
      eventId,
      RegisterInput.parse({ fullName, phone, unitId: 'unt_goquao_1', consent: true, another: true }),
    )
  ).registration;
