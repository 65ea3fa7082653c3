import type { World } from '../../../functions/platform/world/world';
import { localAws } from '../../../infra/local/parts/part';
import { SECRET } from '../../infra/api-event';
import type { Services } from './services';

/**
 * The environment that makes a built function work on a test's tables.
 * @param dynamo the endpoint of the database
 * @param services its files and mails; none where no test asks for them
 */
export const environment = (
  { settings }: Pick<World, 'settings'>,
  dynamo: string,
  services?: Services,
): Record<string, string> => {
  const { accessKeyId, secretAccessKey } = services?.credentials ?? localAws.credentials;
  return {
    AWS_REGION: localAws.region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: dynamo,
    ...(services && { AWS_ENDPOINT_URL_S3: services.files, AWS_ENDPOINT_URL_SES: services.mail }),
    PUBLIC_ORIGIN: settings.publicOrigin,
    TABLE_PREFIX: settings.tablePrefix,
    FILES_BUCKET: settings.filesBucket,
    PERSON_KEY_SECRET: settings.secrets.person,
    TOKEN_SECRET: settings.secrets.token,
    ORIGIN_SECRET: SECRET,
    MAIL_FROM: settings.mail.from,
    MAIL_RATE: String(settings.mail.perSecond),
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
  };
};
