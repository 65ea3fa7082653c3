import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Annotations, App, type AppProps, CfnOutput, Duration, Stack, Tags } from 'aws-cdk-lib';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { type Built, buildAll } from './build/functions';
import { Alarms } from './constructs/alarms/alarms';
import { Api } from './constructs/api';
import { budget } from './constructs/budget';
import { Data } from './constructs/data/data';
import { OriginSecrets } from './constructs/data/secrets';
import { type FunctionContext, Handler } from './constructs/function';
import { MailService } from './constructs/mail';
import { acceptDataFindings, acceptSystemFindings } from './constructs/nag-suppressions';
import { ClockSchedule } from './constructs/schedule';
import { Edge } from './constructs/site/edge';
import { Site } from './constructs/site/site';
import { Streams } from './constructs/streams';
import { UsedTables } from './constructs/used-tables';
import { examplesIn, readStage } from './stages/read';
import { dataStack, type Stage, systemStack } from './stages/stage';

interface SystemProps {
  stage: Stage;
  data: Data;
  built: Code;
  /** Which commit this is. */
  release: string;
}

/** The running system: its parts and how they are connected. Its data stand in a stack of their own. */
export class NhipCau extends Stack {
  constructor(app: App, id: string, { stage, data, built, release }: SystemProps) {
    super(app, id, {
      env: homeOf(stage),
      description: 'Nhip Cau: trainings, forums and conferences of grassroots mediators',
      terminationProtection: stage.live,
    });
    const { files, keys } = data;
    const tables = new UsedTables(this, stage, data.tables);
    const origins = new OriginSecrets(this, 'Secrets', stage);
    const mail = new MailService(this, 'Mail', stage);
    const code = built.functions;
    const context: FunctionContext = { stage, tables, files, keys, origins, mail, code, release };

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
    // Not its alias: the rules of cfn-lint take no alias as the end of a subscription.
    mail.feedTo(feedback.function);
    this.print({
      UndeliveredQueue: mail.undelivered.queueUrl,
      FeedbackFunction: feedback.function.functionName,
    });
    new Site(this, 'Site', { stage, api, origins, directory: built.site });
    new Alarms(this, 'Alarms', { stage, api, streams, schedule, feedback, mail, tables });
    budget(this, stage);
    acceptSystemFindings(this, data, { used: tables, stage });
  }

  /** What the commands of docs/operations.md must find. */
  private print(outputs: Readonly<Record<string, string>>) {
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}

/** The folders of the build that the stack needs. */
export type Code = Pick<Built, 'site'> & { functions: FunctionContext['code'] };

/** Where a stage stands. */
const homeOf = ({ region }: Stage) => ({ account: process.env.CDK_DEFAULT_ACCOUNT, region });

/** The commit that is deployed: given (`-c release=…`), or that of the working copy. */
const releaseOf = (app: App): string => {
  const given: unknown = app.node.tryGetContext('release');
  if (given !== undefined) return String(given);
  try {
    return execFileSync('git', ['describe', '--always', '--dirty', '--abbrev=12'], {
      encoding: 'utf8',
    }).trim();
  } catch {
    return 'unknown';
  }
};

/** The stacks of a stage, which the context names (`-c stage=prod -c domain=…`). */
export const makeApp = (built: Code, props: AppProps = {}) => {
  const app = new App({ analyticsReporting: false, treeMetadata: false, ...props });
  const stage = readStage(app.node);
  const name = systemStack(stage.stage);
  const edge = new Edge(app, `${name}-edge`, {
    stage,
    env: { account: process.env.CDK_DEFAULT_ACCOUNT },
    description: 'Nhip Cau: certificate and firewall of CloudFront',
  });
  const data = new Data(app, dataStack(stage.stage), {
    stage,
    env: homeOf(stage),
    description: 'Nhip Cau: tables, files and keys',
  });
  acceptDataFindings(data, stage);
  const system = new NhipCau(app, name, { stage, data, built, release: releaseOf(app) });
  const examples = examplesIn(stage);
  if (examples.length && app.node.tryGetContext('examples') !== 'allowed')
    Annotations.of(system).addError(
      `infra/stages/${stage.stage}.json still has example values, which people would see: ${examples.join(', ')}`,
    );
  if (!stage.live && !stage.disposable)
    Annotations.of(system).addWarningV2(
      'nhip-cau:not-live',
      `Its data are not protected yet: set "live": true in infra/stages/${stage.stage}.json after the first deployment`,
    );
  Tags.of(app).add('system', 'nhip-cau');
  Tags.of(app).add('stage', stage.stage);
  return { app, edge, data, system, stage };
};

// Synthesises when run, by the CDK's CLI or by itself: `npx tsx infra/app.ts` writes to cdk.out.
if (process.argv[1] === fileURLToPath(import.meta.url))
  makeApp(await buildAll(), { outdir: process.env.CDK_OUTDIR ?? 'cdk.out' }).app.synth();
