import type { App } from 'aws-cdk-lib';
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { routes } from '../web/routes';
import type { Stage } from './stage';

/**
 * What CloudFront takes from us-east-1 alone: the certificate and the firewall. Deployed once, before the
 * system, since the certificate waits until somebody enters its DNS record. Its outputs become the
 * system's parameters: a reference between regions would need a helper function with wide rights.
 */
export class Edge extends Stack {
  constructor(app: App, id: string, { stage, ...props }: StackProps & { stage: Stage }) {
    super(app, id, { ...props, env: { ...props.env, region: 'us-east-1' } });
    const certificate = new Certificate(this, 'Certificate', {
      domainName: stage.domain,
      validation: CertificateValidation.fromDns(),
    });
    const firewall = new CfnWebACL(this, 'Firewall', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seen('nhip-cau'),
      rules: [
        managed('AWSManagedRulesAmazonIpReputationList', 0),
        managed('AWSManagedRulesKnownBadInputsRuleSet', 1),
        // Guessing codes of sign-in, by one address. A whole office may share one.
        rate('SignIn', 2, 100, routes.signIn()),
        // A hall of 1,000 people may come through one address (the mobile networks share them), each
        // with some six requests; above that it is no hall.
        rate('Anything', 3, 10_000),
      ],
    });
    new CfnOutput(this, 'CertificateArn', { value: certificate.certificateArn });
    new CfnOutput(this, 'WebAclArn', { value: firewall.attrArn });
  }
}

const seen = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  // Samples hold whole requests, and requests hold people's data.
  sampledRequestsEnabled: false,
  metricName,
});

const managed = (name: string, priority: number): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
  visibilityConfig: seen(name),
});

/** At most `limit` requests from one address in five minutes, to paths that begin so. */
const rate = (name: string, priority: number, limit: number, path?: string): CfnWebACL.RuleProperty => ({
  name,
  priority,
  action: { block: { customResponse: { responseCode: 429 } } },
  statement: {
    rateBasedStatement: {
      aggregateKeyType: 'IP',
      limit,
      evaluationWindowSec: 300,
      ...(path && {
        scopeDownStatement: {
          byteMatchStatement: {
            fieldToMatch: { uriPath: {} },
            positionalConstraint: 'STARTS_WITH',
            searchString: path,
            textTransformations: [{ priority: 0, type: 'URL_DECODE' }],
          },
        },
      }),
    },
  },
  visibilityConfig: seen(name),
});
