import { describe, expect, test } from 'vitest';
import { readSettings } from '../../../functions/platform/world/settings';

const GOOD = {
  PUBLIC_ORIGIN: 'https://nhipcau.test/',
  TABLE_PREFIX: 'nhip-cau-',
  FILES_BUCKET: 'files',
  PERSON_KEY_SECRET: 'p'.repeat(32),
  TOKEN_SECRET: 't'.repeat(32),
  MAIL_FROM: 'Sở Tư pháp <stp@nhipcau.test>',
  DEPARTMENT_NAME: 'Sở Tư pháp tỉnh Kiên Giang',
  DEPARTMENT_PARENT: 'UBND TỈNH KIÊN GIANG',
  DEPARTMENT_PLACE: 'Kiên Giang',
  DEPARTMENT_CODE: 'STP',
  HELP_NAME: 'Phòng Phổ biến',
  HELP_PHONE: '02973812345',
  HELP_EMAIL: 'pbgdpl@nhipcau.test',
};

describe('the settings', () => {
  test('are read from the environment, the rest has its default', () => {
    expect(readSettings(GOOD)).toMatchObject({
      publicOrigin: 'https://nhipcau.test',
      secrets: { person: 'p'.repeat(32), origins: undefined },
      mail: { perSecond: 10, configurationSet: undefined, signInConfigurationSet: undefined },
      linkDays: 30,
      sampleData: false,
      rateLimits: true,
    });
    const other = readSettings({ ...GOOD, MAIL_RATE: '1.5', SAMPLE_DATA: 'true', RATE_LIMITS: 'off' });
    expect(other).toMatchObject({ mail: { perSecond: 1.5 }, sampleData: true, rateLimits: false });
  });

  test.each(Object.keys(GOOD))('without %s nothing starts', (name) => {
    expect(() => readSettings({ ...GOOD, [name]: undefined })).toThrow(`${name} is missing`);
    expect(() => readSettings({ ...GOOD, [name]: ' ' })).toThrow(`${name} is missing`);
  });

  test.each([
    ['PUBLIC_ORIGIN', 'nhipcau.test'],
    ['PUBLIC_ORIGIN', 'https://nhipcau.test/somewhere'],
    ['PERSON_KEY_SECRET', 'short'],
    ['ORIGIN_SECRET', 'short'],
    ['MAIL_RATE', '0'],
    ['MAIL_RATE', 'fast'],
    ['LINK_DAYS', '-1'],
    ['HELP_EMAIL', 'nobody'],
    ['SAMPLE_DATA', 'perhaps'],
    ['RATE_LIMITS', 'true'],
    ['KHMER_QUESTION', 'Toi can phien dich'],
    ['KHMER_QUESTION', 'Tôi cần phiên dịch \u1780'],
  ])('%s=%s is refused', (name, value) => {
    expect(() => readSettings({ ...GOOD, [name]: value })).toThrow(`${name} is malformed`);
  });

  test('everything that is wrong is named at once', () => {
    expect(() => readSettings({})).toThrow(/PUBLIC_ORIGIN.*HELP_EMAIL/);
  });
});
