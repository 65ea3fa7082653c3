import type { World } from '../../../functions/platform/world/world';
import { SECRET } from '../../infra/api-event';

/**
 * The environment that makes a built function work on a test's tables.
 * @param dynamo the endpoint of the database
 */
export const environment = (
  { settings }: Pick<World, 'settings'>,
  dynamo: string,
): Record<string, string> => ({
  AWS_REGION: 'ap-southeast-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_ENDPOINT_URL_DYNAMODB: dynamo,
  PUBLIC_ORIGIN: settings.publicOrigin,
  TABLE_PREFIX: settings.tablePrefix,
  FILES_BUCKET: 'files',
  PERSON_KEY_SECRET: settings.secrets.person,
  TOKEN_SECRET: settings.secrets.token,
  ORIGIN_SECRET: SECRET,
  MAIL_FROM: settings.mail.from,
  DEPARTMENT_NAME: settings.department.name,
  DEPARTMENT_PARENT: settings.department.parent,
  DEPARTMENT_PLACE: settings.department.place,
  DEPARTMENT_CODE: settings.department.code,
  HELP_NAME: settings.help.name,
  HELP_PHONE: settings.help.phone,
  HELP_EMAIL: settings.help.email,
  LEGAL_BASIS: settings.legalBasis ?? '',
  KHMER_QUESTION: settings.khmerQuestion ?? '',
  LINK_DAYS: String(settings.linkDays),
  SAMPLE_DATA: String(settings.sampleData),
  RATE_LIMITS: settings.rateLimits ? 'on' : 'off',
});
