import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import { made } from './made';

interface Report {
  pluginReports?: {
    violations: { ruleName: string; violatingConstructs: { constructPath: string }[] }[];
  }[];
}

test.each([
  ['AwsSolutions', AwsSolutionsChecks, 'prod'],
  ['Serverless', ServerlessChecks, 'prod'],
] as const)("%s' rules hold, but where a reason is given", (_, Checks, stage) => {
  const { app } = made({ stage });
  Validations.of(app).addPlugins(new Checks(app));
  try {
    app.synth();
  } catch {
    // The report below says what and where.
  }
  const report: Report = JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8'));
  const found = (report.pluginReports ?? []).flatMap((p) =>
    p.violations.flatMap((v) => v.violatingConstructs.map((c) => `${v.ruleName} ${c.constructPath}`)),
  );
  expect(found).toEqual([]);
});
