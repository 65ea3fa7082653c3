import { RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

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
  /** What CloudFront tells the API, so that nobody walks around the firewall. May be changed freely. */
  readonly origin: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.person = this.make('Person', 'Keys the hash that recognises a person', RemovalPolicy.RETAIN);
    this.token = this.make('Token', 'Derives the links in mails', RemovalPolicy.RETAIN);
    this.origin = this.make('Origin', 'Shown by CloudFront to the API', RemovalPolicy.DESTROY);
  }

  private make(id: string, description: string, removalPolicy: RemovalPolicy): Secret {
    return new Secret(this, id, {
      description,
      removalPolicy,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
  }
}
