import { expect } from 'vitest';
import { RegisterInput } from '../../../functions/events/registrations/register/register';
import { parse } from '../../../functions/platform/input/parse';

let phones = 0;
/** A form as a person fills it in, each with a phone of their own. */
export const person = (fullName = 'Nguyễn Thị Mẫu', over: Record<string, unknown> = {}) =>
  parse(RegisterInput, {
    fullName,
    phone: `0900${String(100_000 + ++phones)}`,
    unitId: 'unt_dinhan',
    consent: true,
    ...over,
  });
export const problem = (code: string) => expect.objectContaining({ name: 'Problem', code });
export const fields = (path: string, code: string) =>
  expect.objectContaining({ fields: [expect.objectContaining({ path, code })] });
