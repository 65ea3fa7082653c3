import { fileURLToPath } from 'node:url';
import { Annotations, App, type AppProps, CfnOutput, Duration, Stack, Tags } from 'aws-cdk-lib';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { type Built, buildAll } from './build/functions';
import { Alarms } from './constructs/alarms/alarms';
import { Api } from './constructs/api';
import { Files } from './constructs/buckets';
import { type FunctionContext, Handler } from './constructs/function';
import { MailService } from './constructs/mail';
import { suppressNagFindings } from './constructs/nag-suppressions';
import { ClockSchedule } from './constructs/schedule';
import { Secrets } from './constructs/secrets';
import { Edge } from './constructs/site/edge';
import { Site } from './constructs/site/site';
import { Streams } from './constructs/streams';
import { Tables } from './constructs/tables';
import { isExample } from './stages/known';
import { readStage } from './stages/read';
import { type Stage, systemStack } from './stages/stage';

/** The running system in one stack: its parts and how they are connected. */
export class NhipCau extends Stack {
  constructor(app: App, id: string, { stage, built }: { stage: Stage; built: Code }) {
    super(app, id, {
      env: { account: process.env.CDK_DEFAULT_ACCOUNT, region: stage.region },
      description: 'Nhip Cau: trainings, forums and conferences of grassroots mediators',
      terminationProtection: stage.stage === 'prod',
    });
    const tables = new Tables(this, 'Tables', stage);
    const files = new Files(this, 'Files', stage);
    const secrets = new Secrets(this, 'Secrets', stage);
    const mail = new MailService(this, 'Mail', stage);
    const context: FunctionContext = { stage, tables, files, secrets, mail, code: built.functions };

    const api = new Api(this, 'Api', context);
    const streams = new Streams(this, 'Streams', context);
    // The id is older than the class name: with another one CloudFormation would replace the function.
    const schedule = new ClockSchedule(this, 'Time', context);
    const feedback = new Handler(this, 'Feedback', {
      name: 'feedback',
      description: 'Hears from SES what became of mails',
      context,
      timeout: Duration.seconds(30),
      // SNS counts a call as handed over once Lambda has queued it: what fails after that is Lambda's to keep.
      onFailure: new SqsDestination(mail.undelivered),
    });
    mail.feedTo(feedback.function);
    this.print({
      FailedBucket: files.failed.bucketName,
      UndeliveredQueue: mail.undelivered.queueUrl,
      FeedbackFunction: feedback.function.functionName,
    });
    new Site(this, 'Site', { stage, api, secrets, directory: built.site });
    new Alarms(this, 'Alarms', { stage, api, streams, schedule, feedback, mail, tables });
    suppressNagFindings(this);
  }

  /** What the commands of docs/operations.md must find. */
  private print(outputs: Readonly<Record<string, string>>) {
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}

/** The folders of the build that the stack needs. */
export type Code = Pick<Built, 'site'> & { functions: FunctionContext['code'] };

/** Both stacks of a stage, which the context names (`-c stage=prod -c domain=…`). */
export const makeApp = (built: Code, props: AppProps = {}) => {
  const app = new App({ analyticsReporting: false, treeMetadata: false, ...props });
  const stage = readStage(app.node);
  const name = systemStack(stage.stage);
  const edge = new Edge(app, `${name}-edge`, {
    stage,
    env: { account: process.env.CDK_DEFAULT_ACCOUNT },
    description: 'Nhip Cau: certificate and firewall of CloudFront',
  });
  const system = new NhipCau(app, name, { stage, built });
  if (isExample(stage))
    Annotations.of(system).addWarningV2(
      'nhip-cau:example',
      `${stage.domain} is an example: give -c domain=…`,
    );
  Tags.of(app).add('system', 'nhip-cau');
  Tags.of(app).add('stage', stage.stage);
  return { app, edge, system, stage };
};

// Synthesises when run, by the CDK's CLI or by itself: `npx tsx infra/app.ts` writes to cdk.out.
if (process.argv[1] === fileURLToPath(import.meta.url))
  makeApp(await buildAll(), { outdir: process.env.CDK_OUTDIR ?? 'cdk.out' }).app.synth();
