/** What `ses.ts` needs of the AWS SDK. It is built by itself (`infra/build/functions.ts`). */
export { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
