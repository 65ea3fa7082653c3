import { RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Stage } from './stage';

/**
 * Keys that the stack makes and nobody needs to read. CloudFormation resolves them into the functions'
 * environment at deployment, so that a cold start asks nobody; whoever may read a function's
 * configuration can therefore read them (docs/decisions/2026-11-aws.md).
 */
export class Secrets extends Construct {
  /** Hashes persons into their keys. With another key every repeat would be a stranger. */
  readonly person: Secret;
  /** Derives personal links. With another key every link in every mail is dead. */
  readonly token: Secret;
  /**
   * What CloudFront tells the API, so that nobody walks around the firewall: the one that is told now, and
   * the one before it, which CloudFront still tells for the minutes in which a change spreads.
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
