import type { App } from 'aws-cdk-lib';
import { ArnFormat, CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { routes } from '../../../web/routes';
import type { Stage } from '../../stages/stage';
import { errorPage } from './error-page';
import { OWN_HEADERS } from './own-headers';

/**
 * CloudFront takes its certificate and its firewall from us-east-1 only. This stack is deployed once, before
 * the system, since the certificate waits for its DNS record. Its outputs become the system's parameters: a
 * reference between regions would need a helper function with wide permissions.
 */
export class Edge extends Stack {
  constructor(app: App, id: string, { stage, ...props }: StackProps & { stage: Stage }) {
    super(app, id, { ...props, env: { ...props.env, region: 'us-east-1' } });
    const certificate = new Certificate(this, 'Certificate', {
      domainName: stage.domain,
      validation: CertificateValidation.fromDns(),
    });
    new CfnOutput(this, 'CertificateArn', { value: certificate.certificateArn });
    if (stage.firewall) new CfnOutput(this, 'WebAclArn', { value: this.firewall(stage) });
  }

  private firewall(stage: Stage): string {
    const firewall = new CfnWebACL(this, 'Firewall', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seen('nhip-cau'),
      customResponseBodies: {
        [TOO_MANY]: { contentType: 'TEXT_HTML', content: errorPage(stage, 'tooMany') },
      },
      rules: [
        // Mobile networks of whole provinces stand behind addresses that this list may hold: it counts, until the
        // numbers of some weeks say that it blocks no people who come to register.
        managed('AWSManagedRulesAmazonIpReputationList', 0, { count: {} }),
        managed('AWSManagedRulesKnownBadInputsRuleSet', 1),
        // Limits the guessing of sign-in codes. A whole office may share one address.
        rate('SignIn', 2, 100, { path: routes.signIn() }),
        // The firewall knows no networks, but whose they are: one customer of a provider has many addresses.
        rate('SignInOfProvider', 4, 1_000, { path: routes.signIn(), by: 'provider' }),
        // 1,000 people in a hall may share one address of a mobile network; each sends about six requests.
        rate('Anything', 3, 10_000),
      ],
    });
    this.keepLog(firewall, stage);
    return firewall.attrArn;
  }

  /** What the firewall stopped or counted: addresses and rules. Paths, queries and cookies can be personal links. */
  private keepLog(firewall: CfnWebACL, stage: Stage): void {
    const log = new LogGroup(this, 'FirewallLog', {
      logGroupName: `aws-waf-logs-nhip-cau-${stage.stage}`, // WAF asks for a name that begins so
      retention: stage.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new CfnLoggingConfiguration(this, 'FirewallLogging', {
      resourceArn: firewall.attrArn,
      logDestinationConfigs: [
        this.formatArn({
          service: 'logs',
          resource: 'log-group',
          resourceName: log.logGroupName,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ],
      redactedFields: [
        { uriPath: {} },
        { queryString: {} },
        ...['cookie', 'authorization', 'referer'].map((name) => ({ singleHeader: { Name: name } })),
      ],
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          {
            Behavior: 'KEEP',
            Requirement: 'MEETS_ANY',
            Conditions: ['BLOCK', 'COUNT'].map((Action) => ({ ActionCondition: { Action } })),
          },
        ],
      },
    });
  }
}

const TOO_MANY = 'too-many';

const seen = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  // Samples contain whole requests, and requests contain personal data.
  sampledRequestsEnabled: false,
  metricName,
});

const managed = (
  name: string,
  priority: number,
  overrideAction: CfnWebACL.OverrideActionProperty = { none: {} },
): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction,
  statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
  visibilityConfig: seen(name),
});

/**
 * Before a path is compared: `/./quan-tri/%64ang-nhap` is the page of signing in. The API decodes a path once more, and
 * refuses what is still disguised then (`web/site/path-as-sent.ts`).
 */
const AS_MEANT = ['URL_DECODE', 'URL_DECODE', 'NORMALIZE_PATH_WIN', 'LOWERCASE'] as const;

/** At most `limit` requests from one address, or one provider, in five minutes, to paths that begin with `path`. */
const rate = (
  name: string,
  priority: number,
  limit: number,
  { path, by = 'address' }: { path?: string; by?: 'address' | 'provider' } = {},
): CfnWebACL.RuleProperty => ({
  name,
  priority,
  action: {
    block: {
      customResponse: {
        responseCode: 429,
        customResponseBodyKey: TOO_MANY,
        responseHeaders: Object.entries(OWN_HEADERS).map(([name, value]) => ({ name, value })),
      },
    },
  },
  statement: {
    rateBasedStatement: {
      ...(by === 'address'
        ? { aggregateKeyType: 'IP' }
        : { aggregateKeyType: 'CUSTOM_KEYS', customKeys: [{ asn: {} }] }),
      limit,
      evaluationWindowSec: 300,
      ...(path && {
        scopeDownStatement: {
          byteMatchStatement: {
            fieldToMatch: { uriPath: {} },
            positionalConstraint: 'STARTS_WITH',
            searchString: path,
            textTransformations: AS_MEANT.map((type, priority) => ({ priority, type })),
          },
        },
      }),
    },
  },
  visibilityConfig: seen(name),
});
