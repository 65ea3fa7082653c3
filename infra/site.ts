import { CfnOutput, CfnParameter, Duration, RemovalPolicy, type SecretValue } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { routes } from '../web/routes';
import type { Api } from './api';
import type { Secrets } from './secrets';
import type { Stage } from './stage';

/** Pages that are the same for everybody; they answer with how long they may be kept. */
const PUBLIC_PATHS = [routes.event('*'), routes.privacy(), routes.accessibility()].flatMap((path) => [
  path,
  `/en${path}`,
]);
const PUBLIC = [routes.home(), '/en', ...PUBLIC_PATHS, '/api/docs', '/api/openapi.json'];

/** Forms below a public path: never kept, whatever stands around them. They come first. */
const FORMS = [routes.register('*')].flatMap((path) => [path, `/en${path}`]);

interface SiteProps {
  stage: Stage;
  api: Api;
  secrets: Secrets;
  /** What the build made for browsers. */
  directory: string;
}

/** What the public meets: one domain, style sheets and scripts from S3, everything else from the API. */
export class Site extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { stage, api, secrets, directory }: SiteProps) {
    super(scope, id);
    // Both live in us-east-1, in a stack of their own (`infra/edge.ts`), which prints them.
    const firewall = new CfnParameter(scope, 'WebAclArn', {
      description: 'Firewall of the edge stack',
      allowedPattern: '^arn:aws[a-z-]*:wafv2:us-east-1:\\d{12}:global/webacl/.+$',
    });
    const certificate = new CfnParameter(scope, 'CertificateArn', {
      description: 'Certificate of the edge stack',
      allowedPattern: '^arn:aws[a-z-]*:acm:us-east-1:\\d{12}:certificate/.+$',
    });

    const bucket = new Bucket(this, 'Static', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.DESTROY,
      // Names bear a hash, so old ones stay for pages still open: some kilobytes a release. Nothing may
      // expire by age: what has not changed is not uploaded again, and the site would lose its looks.
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
    // A page must never name a file that is not there yet.
    api.handler.function.node.addDependency(upload);

    const origin = new HttpOrigin(api.host, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      readTimeout: Duration.seconds(15),
      customHeaders: { 'x-origin-secret': plainly(secrets.origins[0].secretValue) },
    });
    const personal: BehaviorOptions = {
      origin,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.viewerAddress() }],
    };
    const everybodys: BehaviorOptions = {
      origin,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: this.byTextSize(),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    };

    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Nhịp Cầu ${stage.stage}`,
      domainNames: [stage.domain],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificate.valueAsString),
      webAclId: firewall.valueAsString,
      httpVersion: HttpVersion.HTTP2_AND_3,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      priceClass: PriceClass.PRICE_CLASS_200, // has Hanoi and Ho Chi Minh City
      enableIpv6: true,
      // Whatever is not named below belongs to one person: nothing is kept, everything passes.
      defaultBehavior: personal,
      additionalBehaviors: {
        '/static/*': {
          origin: S3BucketOrigin.withOriginAccessControl(bucket),
          cachePolicy: CachePolicy.CACHING_OPTIMIZED,
          responseHeadersPolicy: this.staticHeaders(),
          viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        },
        ...Object.fromEntries(FORMS.map((path) => [path, personal])),
        ...Object.fromEntries(PUBLIC.map((path) => [path, everybodys])),
      },
    });
    // The function takes a new secret before CloudFront tells it.
    this.distribution.node.addDependency(api.handler.function);
    new CfnOutput(this, 'Address', {
      description: `${stage.domain} CNAME`,
      value: this.distribution.distributionDomainName,
    });
  }

  /**
   * Tells the API who calls, for counting attempts; what a caller wrote there is overwritten. (CloudFront's
   * own header cannot pass together with everything that a personal page needs.)
   */
  private viewerAddress(): EdgeFunction {
    return new EdgeFunction(this, 'ViewerAddress', {
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(VIEWER_ADDRESS),
    });
  }

  /**
   * Keeps a page for each size of type (the cookie `co`) and passes no other cookie on, so that what is
   * kept can be nobody's own.
   */
  private byTextSize(): CachePolicy {
    return new CachePolicy(this, 'ByTextSize', {
      comment: 'Public pages, by the size of type alone',
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0), // only what says so is kept
      maxTtl: Duration.hours(1),
      cookieBehavior: CacheCookieBehavior.allowList('co'),
      headerBehavior: CacheHeaderBehavior.none(),
      queryStringBehavior: CacheQueryStringBehavior.all(),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
  }

  private staticHeaders(): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'StaticHeaders', {
      comment: 'Style sheets and scripts',
      securityHeadersBehavior: {
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), override: true },
      },
    });
  }
}

const VIEWER_ADDRESS = `function handler(event) {
  event.request.headers['x-viewer-address'] = { value: event.viewer.ip };
  return event.request;
}`;

/** CloudFormation resolves it at deployment; the template holds a reference. */
const plainly = (value: SecretValue): string => value.unsafeUnwrap();
