import { RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Stage } from '../stages/stage';

/**
 * Keys that the stack makes; people never need to read them. CloudFormation resolves them into the functions'
 * environment at deployment, so that a cold start makes no call for them. A role that may read a function's
 * configuration can therefore read them (docs/decisions/2026-11-23-aws.md).
 */
export class Secrets extends Construct {
  /** Hashes persons into their keys. With another key no person would be recognised again. */
  readonly person: Secret;
  /** Derives personal links. With another key every link in sent mails would be dead. */
  readonly token: Secret;
  /**
   * CloudFront sends it to the API, so that no request can go around the firewall. The first is the current
   * one; the second is the one before, which CloudFront still sends for the minutes that a change takes.
   */
  readonly origins: readonly [Secret, ...Secret[]];

  constructor(scope: Construct, id: string, { originTurn }: Stage) {
    super(scope, id);
    this.person = this.make('Person', 'Keys the hash that recognises a person', RemovalPolicy.RETAIN);
    this.token = this.make('Token', 'Derives the links in mails', RemovalPolicy.RETAIN);
    const origin = (turn: number) =>
      this.make(
        turn > 1 ? `Origin${turn}` : 'Origin',
        'Shown by CloudFront to the API',
        RemovalPolicy.DESTROY,
      );
    this.origins = [origin(originTurn), ...(originTurn > 1 ? [origin(originTurn - 1)] : [])];
  }

  private make(id: string, description: string, removalPolicy: RemovalPolicy): Secret {
    return new Secret(this, id, {
      description,
      removalPolicy,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
  }
}
