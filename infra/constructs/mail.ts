import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  MailFromBehaviorOnMxFailure,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { bounceDomain, type Stage } from '../stages/stage';

/** The department's sender at SES, and SES's events about each mail. */
export class MailService extends Construct {
  readonly identityArn: string;
  /** In its sandbox SES asks for a right on the identity of the recipient, too. */
  readonly sandboxArns: string[];
  readonly configurationSetName: string;
  /** Of mails to staff who wait for them to sign in: SES counts and pauses them apart from all others. */
  readonly signInSetName: string;
  readonly configurationSetArns: string[];
  /** Encrypts topics; SES, CloudWatch and SNS may use it. */
  readonly key: Key;
  readonly events: Topic;
  /** Events that SNS could not hand over, and those at which the feedback function failed each time. */
  readonly undelivered: Queue;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    const sets = {
      Set: `nhip-cau-${stage.stage}`,
      SignInSet: `nhip-cau-${stage.stage}-dang-nhap`,
    };
    const made = Object.entries(sets).map(([name, configurationSetName]) =>
      this.addSet(name, configurationSetName),
    );
    const [set] = made as [ConfigurationSet];
    const identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(stage.mailDomain),
      configurationSet: set,
      dkimSigning: true,
      feedbackForwarding: false, // the topic below reports bounces
      mailFromDomain: bounceDomain(stage),
      mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
    });
    this.identityArn = identity.emailIdentityArn;
    this.sandboxArns = stage.sandboxRecipients.map((resourceName) =>
      Stack.of(this).formatArn({ service: 'ses', resource: 'identity', resourceName }),
    );
    this.configurationSetName = sets.Set;
    this.signInSetName = sets.SignInSet;
    this.configurationSetArns = made.map(({ configurationSetName }) =>
      Stack.of(this).formatArn({
        service: 'ses',
        resource: 'configuration-set',
        resourceName: configurationSetName,
      }),
    );

    this.key = new Key(this, 'Key', {
      description: 'Topics of Nhịp Cầu',
      enableKeyRotation: true,
      // It keeps no data: a deployment that failed leaves no key behind, which would cost a dollar a month.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    for (const service of ['ses', 'cloudwatch', 'sns'])
      this.key.grantEncryptDecrypt(new ServicePrincipal(`${service}.amazonaws.com`));
    this.events = new Topic(this, 'Events', { masterKey: this.key, enforceSSL: true });
    for (const one of made)
      one.addEventDestination('Feedback', {
        destination: EventDestination.snsTopic(this.events),
        events: [
          EmailSendingEvent.SEND,
          EmailSendingEvent.DELIVERY,
          EmailSendingEvent.DELIVERY_DELAY,
          EmailSendingEvent.BOUNCE,
          EmailSendingEvent.COMPLAINT,
          EmailSendingEvent.REJECT,
          EmailSendingEvent.RENDERING_FAILURE,
        ],
      });
    this.undelivered = new Queue(this, 'Undelivered', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.printRecords(stage, identity);
  }

  private addSet(id: string, configurationSetName: string): ConfigurationSet {
    return new ConfigurationSet(this, id, {
      configurationSetName,
      tlsPolicy: ConfigurationSetTlsPolicy.OPTIONAL, // the mail servers of many offices still have no TLS
      reputationMetrics: true,
      sendingEnabled: true,
      // Only our own marks count: staff can lift those. SES's list of the account would keep such an address silent.
      disableSuppressionList: true,
    });
  }

  /** Subscribes the function to SES's events. */
  feedTo(handler: IFunction): void {
    this.events.addSubscription(new LambdaSubscription(handler, { deadLetterQueue: this.undelivered }));
  }

  /** The DNS records that the province's administrator enters, once. */
  private printRecords(stage: Stage, identity: EmailIdentity): void {
    identity.dkimRecords.forEach(({ name, value }, i) => {
      new CfnOutput(this, `Dkim${i + 1}`, { value: `${name} CNAME ${value}` });
    });
    const { region } = Stack.of(this);
    new CfnOutput(this, 'MailFromMx', {
      value: `${bounceDomain(stage)} MX 10 feedback-smtp.${region}.amazonses.com`,
    });
    new CfnOutput(this, 'MailFromSpf', {
      value: `${bounceDomain(stage)} TXT "v=spf1 include:amazonses.com ~all"`,
    });
    new CfnOutput(this, 'Dmarc', {
      value: `_dmarc.${stage.mailDomain} TXT "v=DMARC1; p=quarantine; adkim=r; aspf=r"`,
    });
  }
}
