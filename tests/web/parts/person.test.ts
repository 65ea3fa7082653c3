import { describe, expect, test } from 'vitest';
import { Particulars } from '../../../functions/events/person/person-fields';
import { copy } from '../../../web/copy/copy';
import {
  DETAIL_LINES,
  inOneLine,
  needsOf,
  personDetails,
  personFields,
  YES_NO,
} from '../../../web/parts/registrations/person';

const { unitId: _unit, ...asked } = Particulars.shape;
/** Asked in another way: the unit as district and commune, and the body. */
const PLACES = ['bodyId'];
const FIRST = ['fullName', 'phone', ...PLACES];

describe('the fields of a person', () => {
  test.each(['self', 'other'] as const)('are all asked (%s)', (voice) => {
    const fields = personFields(copy('vi'), voice);
    expect(Object.keys(fields)).toEqual(expect.arrayContaining(Object.keys(asked)));
    expect(Object.values(fields).map(({ label }) => label)).not.toContain(undefined);
  });

  test('are all laid out in the form, and shown in its order', () => {
    const details = Object.keys(asked).filter((name) => !FIRST.includes(name));
    expect([...DETAIL_LINES.flat()].sort()).toEqual(details.sort());
    expect(Object.keys(personDetails({}, copy('vi')))).toEqual(DETAIL_LINES.flat());
  });

  test('are questions of yes or no where the input wants one', () => {
    const boxes = Object.entries(personFields(copy('vi'), 'self')).filter(
      ([, spec]) => 'as' in spec && spec.as === 'tick',
    );
    expect(boxes.map(([name]) => name)).toEqual([...YES_NO]);
  });

  test('stand in one line in words that explain themselves', () => {
    const details = personDetails(
      { teamRole: 'leader', gender: 'female', yearOfBirth: 1968, interpreter: true, access: 'xe lăn' },
      copy('vi'),
    );
    expect(inOneLine(Object.values(details))).toBe(
      'Tổ trưởng · Nữ · sinh năm 1968 · Người này cần phiên dịch tiếng Khmer · xe lăn',
    );
    expect(inOneLine(Object.values(personDetails({}, copy('vi'))))).toBe('');
  });

  test('say what the organizer must prepare', () => {
    expect(needsOf({ interpreter: true, access: 'xe lăn', email: 'a@b.example' }, copy('vi'))).toBe(
      'Phiên dịch tiếng Khmer; xe lăn',
    );
    expect(needsOf({ interpreter: false }, copy('vi'))).toBe('');
  });
});
