import { fileURLToPath } from 'node:url';
import { Annotations, App, type AppProps, Duration, Stack, Tags } from 'aws-cdk-lib';
import { Alarms } from './alarms';
import { Api } from './api';
import { type Built, buildAll } from './build/functions';
import { Edge } from './edge';
import { Files } from './files';
import { Handler, type Surroundings } from './function';
import { MailService } from './mail';
import { giveReasons } from './reasons';
import { Secrets } from './secrets';
import { Site } from './site';
import { isExample, readStage, type Stage } from './stage';
import { Streams } from './streams';
import { Tables } from './tables';
import { Time } from './time';

/** The running system in one stack: its parts and who meets whom. */
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
    const around: Surroundings = { stage, tables, files, secrets, mail, code: built.functions };

    const api = new Api(this, 'Api', around);
    const streams = new Streams(this, 'Streams', around);
    const time = new Time(this, 'Time', around);
    const feedback = new Handler(this, 'Feedback', {
      name: 'feedback',
      description: 'Hears from SES what became of mails',
      around,
      timeout: Duration.seconds(30),
    });
    mail.feedTo(feedback);
    new Site(this, 'Site', { stage, api, secrets, directory: built.site });
    new Alarms(this, 'Alarms', { stage, api, streams, time, feedback, mail, tables });
    giveReasons(this);
  }
}

/** What the stack needs of the build: where things lie. */
export type Code = Pick<Built, 'site'> & { functions: Surroundings['code'] };

/** Both stacks of a stage. The context says which (`-c stage=prod -c domain=…`). */
export const makeApp = (built: Code, props: AppProps = {}) => {
  const app = new App({ analyticsReporting: false, treeMetadata: false, ...props });
  const stage = readStage(app.node);
  const name = `nhip-cau-${stage.stage}`;
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
