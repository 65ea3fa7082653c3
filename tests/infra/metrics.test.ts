import { expect, test, vi } from 'vitest';
import { lambdaWorld } from '../../functions/entry/lambda-world';
import { metricLine } from '../../functions/entry/metrics';
import { measure } from '../../functions/platform/world/measure';
import { testSettings } from '../support/world';

const ENVIRONMENT = {
  PUBLIC_ORIGIN: testSettings.publicOrigin,
  TABLE_PREFIX: 't-',
  METRICS_NAMESPACE: 'NhipCau/moon',
  FILES_BUCKET: 'files',
  PERSON_KEY_SECRET: testSettings.secrets.person,
  TOKEN_SECRET: testSettings.secrets.token,
  MAIL_FROM: testSettings.mail.from,
  DEPARTMENT_NAME: 'Sở Tư pháp',
  DEPARTMENT_PARENT: 'UBND',
  DEPARTMENT_PLACE: 'Kiên Giang',
  DEPARTMENT_CODE: 'STP',
  HELP_NAME: 'Phòng',
  HELP_PHONE: '02973812345',
  HELP_EMAIL: 'a@nhipcau.test',
};

test('a measurement leaves a function as a line that CloudWatch reads as metrics, past the JSON of its log', () => {
  const lines: string[] = [];
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  const wrapped = vi.spyOn(console, 'info').mockImplementation(() => {});
  try {
    measure(lambdaWorld(ENVIRONMENT), { oldestDueSeconds: 12, mailsDue: 3 });
    expect(wrapped).not.toHaveBeenCalled();
  } finally {
    out.mockRestore();
    wrapped.mockRestore();
  }
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^\{.*\}\n$/);
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
  expect(JSON.parse(lines[0]!)).toEqual({
    _aws: {
      Timestamp: expect.any(Number),
      CloudWatchMetrics: [
        {
          Namespace: 'NhipCau/moon',
          Dimensions: [[]],
          Metrics: [
            { Name: 'oldestDueSeconds', Unit: 'Seconds' },
            { Name: 'mailsDue', Unit: 'Count' },
          ],
        },
      ],
    },
    what: 'measured',
    oldestDueSeconds: 12,
    mailsDue: 3,
  });
});

test('any other line stays a line of the log', () => {
  expect(metricLine({ what: 'mail-refused', attempts: 2 }, 'n', 0)).toBeUndefined();
});
