import type { Account } from '../../functions/directory/accounts/account';
import { RegisterInput, register } from '../../functions/events/registrations/register/register';
import {
  registerByStaff,
  StaffRegisterInput,
} from '../../functions/events/registrations/register/register-by-staff';
import type { Registration } from '../../functions/events/registrations/registration';
import { parse } from '../../functions/platform/input/parse';
import type { World } from '../../functions/platform/world/world';
import { STARTS } from './events';

let phones = 0;
/** What another person says of themselves: each has a phone of their own. */
export const particulars = (over: object = {}) => ({
  fullName: 'Danh Thị Mẫu',
  phone: `0900${String(100_000 + ++phones)}`,
  unitId: 'unt_dinhan',
  ...over,
});

/** A form as a person fills it in. */
export const person = (fullName = 'Nguyễn Thị Mẫu', over: object = {}): RegisterInput =>
  parse(RegisterInput, { ...particulars({ fullName }), consent: true, ...over });

/** Another person registers. */
export const comes = async (world: World, eventId: string, over: object = {}): Promise<Registration> =>
  (await register(world, eventId, person('Lê Thị Hoa', over))).registration;

/** The staff enter another person. */
export const entered = async (world: World, eventId: string, over: object = {}): Promise<Registration> => {
  const input = parse(StaffRegisterInput, particulars(over));
  return (await registerByStaff(world, eventId, input)).registration;
};

/** An account for rules that look at one; nobody signs in with it. */
export const organizer: Account = {
  id: 'acc_1',
  email: 'a@stp.vn',
  name: 'Trần Văn Bình',
  role: 'organizer',
  active: true,
  createdAt: STARTS,
};
