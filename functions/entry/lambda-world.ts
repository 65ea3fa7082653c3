import { linksFor } from '../../web/links';
import { s3Files } from '../platform/files/s3';
import { sesMail } from '../platform/mail/ses';
import { dynamoClient } from '../platform/store/client';
import { Db } from '../platform/store/db';
import { openWeb } from '../platform/web/open-web';
import { readSettings } from '../platform/world/settings';
import type { LogEntry, World } from '../platform/world/world';
import { metricLine } from './metrics';
import { withSourceLines } from './source-lines';

/**
 * One line of JSON: the function's log format does the rest. Metrics go past `console`, which would wrap them so that
 * CloudWatch does not see them.
 */
const logInto =
  (namespace: string, release?: string) =>
  ({ level = 'info', ...entry }: LogEntry) => {
    const metrics = metricLine(entry, namespace, Date.now());
    if (metrics) process.stdout.write(`${metrics}\n`);
    else
      console[level]({
        ...entry,
        ...(typeof entry.stack === 'string' && { stack: withSourceLines(entry.stack) }),
        ...(release && { release }),
      });
  };

/**
 * The world as a Lambda function finds it: settings from its environment, clients with its role.
 * Made once for each instance.
 * @throws Error naming the settings that are missing: a function without its settings must not start.
 */
export const lambdaWorld = (env: Record<string, string | undefined> = process.env): World => {
  const settings = readSettings(env);
  return {
    db: new Db({ client: dynamoClient(), prefix: settings.tablePrefix }),
    now: Date.now,
    settings,
    files: s3Files(settings.filesBucket),
    mail: sesMail(settings),
    web: openWeb,
    links: linksFor(settings.publicOrigin),
    log: logInto(env.METRICS_NAMESPACE ?? 'NhipCau', settings.release),
  };
};
