import { CfnOutput, CfnParameter, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Distribution, HttpVersion, PriceClass, SecurityPolicyProtocol } from 'aws-cdk-lib/aws-cloudfront';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import type { Stage } from '../../stages/stage';
import type { Api } from '../api';
import type { OriginSecrets } from '../data/secrets';
import { behaviors } from './behaviors';
import { ERROR_PAGE, errorPage } from './error-page';

interface SiteProps {
  stage: Stage;
  api: Api;
  origins: OriginSecrets;
  /** What the build made for browsers. */
  directory: string;
}

/** What the public meets: one domain, style sheets and scripts from S3, everything else from the API. */
export class Site extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { stage, api, origins, directory }: SiteProps) {
    super(scope, id);
    const { firewall, certificate } = edgeParameters(scope, stage);
    const bucket = new Bucket(this, 'Static', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.DESTROY,
      // Names contain a hash, so old files stay for pages that are still open: some kilobytes a release. No
      // file may expire by age: an unchanged one is not uploaded again, and the site would lose its style.
    });
    const upload = new BucketDeployment(this, 'Upload', {
      sources: [Source.asset(directory)],
      destinationBucket: bucket,
      prune: false,
      cacheControl: [
        CacheControl.setPublic(),
        CacheControl.maxAge(Duration.days(365)),
        CacheControl.immutable(),
      ],
    });
    new BucketDeployment(this, 'ErrorPage', {
      sources: [Source.data(ERROR_PAGE, errorPage(stage, 'busy'))],
      destinationBucket: bucket,
      prune: false,
      // A browser must not keep it: it would show it when the site is well again.
      cacheControl: [CacheControl.noStore()],
    });
    // A page must never name a file that is not there yet.
    api.handler.function.node.addDependency(upload);

    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Nhịp Cầu ${stage.stage}`,
      domainNames: [stage.domain],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificate.valueAsString),
      ...(firewall && { webAclId: firewall.valueAsString }),
      httpVersion: HttpVersion.HTTP2_AND_3,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      priceClass: PriceClass.PRICE_CLASS_200, // has Hanoi and Ho Chi Minh City
      enableIpv6: true,
      ...behaviors(this, { stage, api, origins, bucket }),
      // What CloudFront says itself. The application's own 500 and 503 are left alone: they bring back what was typed.
      errorResponses: [502, 504].map((httpStatus) => ({
        httpStatus,
        responseHttpStatus: httpStatus,
        responsePagePath: `/${ERROR_PAGE}`,
        ttl: Duration.seconds(0),
      })),
    });
    // The function accepts a new secret before CloudFront sends it.
    this.distribution.node.addDependency(api.handler.function);
    new CfnOutput(this, 'Address', {
      description: `${stage.domain} CNAME`,
      value: this.distribution.distributionDomainName,
    });
  }
}

/** The outputs of the edge stack, which is in us-east-1 (`edge.ts`). */
const edgeParameters = (scope: Construct, { firewall }: Stage) => ({
  firewall: firewall
    ? new CfnParameter(scope, 'WebAclArn', {
        description: 'Firewall of the edge stack',
        allowedPattern: '^arn:aws[a-z-]*:wafv2:us-east-1:\\d{12}:global/webacl/.+$',
      })
    : undefined,
  certificate: new CfnParameter(scope, 'CertificateArn', {
    description: 'Certificate of the edge stack',
    allowedPattern: '^arn:aws[a-z-]*:acm:us-east-1:\\d{12}:certificate/.+$',
  }),
});
