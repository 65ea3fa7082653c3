import { RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Stage } from '../../stages/stage';
import { keptData } from './kept-data';

/**
 * Keys that the stacks make; people never need to read them. CloudFormation resolves them into the functions'
 * environment at deployment, so that a cold start makes no call for them. A role that may read a function's
 * configuration can therefore read them (docs/decisions/2026-11-23-aws.md).
 */
const made = (
  scope: Construct,
  id: string,
  { description, removalPolicy }: { description: string; removalPolicy: RemovalPolicy },
) =>
  new Secret(scope, id, {
    description,
    removalPolicy,
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
  });

/** The keys that belong to the data. */
export class Keys extends Construct {
  /** Hashes persons into their keys. With another key no person would be recognised again. */
  readonly person: Secret;
  /** Derives personal links. With another key every link in sent mails would be dead. */
  readonly token: Secret;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    const removalPolicy = keptData(stage);
    this.person = made(this, 'Person', {
      description: 'Keys the hash that recognises a person',
      removalPolicy,
    });
    this.token = made(this, 'Token', { description: 'Derives the links in mails', removalPolicy });
  }
}

/**
 * CloudFront sends it to the API, so that no request can go around the firewall. The first is the current one; the second
 * is the one before, which CloudFront still sends for the minutes that a change takes.
 */
export class OriginSecrets extends Construct {
  readonly all: readonly [Secret, ...Secret[]];

  constructor(scope: Construct, id: string, { originTurn }: Stage) {
    super(scope, id);
    const origin = (turn: number) =>
      made(this, turn > 1 ? `Origin${turn}` : 'Origin', {
        description: 'Shown by CloudFront to the API',
        removalPolicy: RemovalPolicy.DESTROY,
      });
    this.all = [origin(originTurn), ...(originTurn > 1 ? [origin(originTurn - 1)] : [])];
  }
}
