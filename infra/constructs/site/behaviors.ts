import { Duration, type SecretValue } from 'aws-cdk-lib';
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { routes } from '../../../web/routes';
import type { Stage } from '../../stages/stage';
import type { Api } from '../api';
import type { OriginSecrets } from '../data/secrets';
import { personalRequest, publicRequest } from './edge-functions';
import { errorPage } from './error-page';
import { OWN_HEADERS } from './own-headers';

/** Pages that are the same for every reader; each answers with how long it may be cached. */
const PUBLIC_PATHS = [
  routes.event('*'),
  routes.library(),
  routes.material('*'),
  routes.legalLinks(),
  routes.privacy(),
  routes.accessibility(),
].flatMap((path) => [path, `/en${path}`]);
const PUBLIC = [routes.home(), '/en', ...PUBLIC_PATHS, '/api/docs'];

/** Forms below a public path: never cached, so they are listed before it. */
const FORMS = [routes.register('*')].flatMap((path) => [path, `/en${path}`]);

/** What CloudFront does with each path. A path that is not listed is personal. */
export const behaviors = (
  scope: Construct,
  { stage, api, origins, bucket }: { stage: Stage; api: Api; origins: OriginSecrets; bucket: Bucket },
) => {
  const origin = new HttpOrigin(api.host, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    readTimeout: Duration.seconds(15),
    customHeaders: { 'x-origin-secret': plainly(origins.all[0].secretValue) },
  });
  // The application sends its own headers: these are for what API Gateway answers in its place.
  const responseHeadersPolicy = ownHeaders(scope, 'MissingHeaders', 'What the application does not answer', {
    override: false,
  });
  const personal: BehaviorOptions = {
    origin,
    responseHeadersPolicy,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    functionAssociations: [
      {
        eventType: FunctionEventType.VIEWER_REQUEST,
        function: edgeFunction(scope, 'ViewerAddress', personalRequest(errorPage(stage, 'tooLarge'))),
      },
    ],
  };
  const shared: BehaviorOptions = {
    origin,
    responseHeadersPolicy,
    allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
    cachePolicy: byTextSize(scope),
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    functionAssociations: [
      {
        eventType: FunctionEventType.VIEWER_REQUEST,
        function: edgeFunction(scope, 'PublicAddress', publicRequest),
      },
    ],
  };
  /** A page that other portals show in a frame: a header that forbids it must not be added to its answer. */
  const framed: BehaviorOptions = {
    ...shared,
    responseHeadersPolicy: ownHeaders(scope, 'FramedHeaders', 'The page that other sites show in a frame', {
      override: false,
      framed: true,
    }),
  };
  const files: BehaviorOptions = {
    origin: S3BucketOrigin.withOriginAccessControl(bucket),
    cachePolicy: CachePolicy.CACHING_OPTIMIZED,
    responseHeadersPolicy: ownHeaders(scope, 'StaticHeaders', 'Style sheets and scripts', { override: true }),
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
  };
  return {
    defaultBehavior: personal,
    additionalBehaviors: {
      '/static/*': files,
      ...Object.fromEntries(FORMS.map((path) => [path, personal])),
      // Before the public paths, of which one begins in the same way.
      [routes.libraryEmbed()]: framed,
      ...Object.fromEntries(PUBLIC.map((path) => [path, shared])),
      '/api/openapi.json': secretly(shared),
      // After the paths above: the first that fits counts.
      '/api/*': secretly(personal),
    },
  };
};

/** A program that calls over plain http is refused: a redirect would hide that its token was sent in the open. */
const secretly = (behavior: BehaviorOptions): BehaviorOptions => ({
  ...behavior,
  viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
});

const edgeFunction = (scope: Construct, id: string, code: string): EdgeFunction =>
  new EdgeFunction(scope, id, { runtime: FunctionRuntime.JS_2_0, code: FunctionCode.fromInline(code) });

/**
 * Caches one copy of a page for each text size (the cookie `__Host-co`) and passes no other cookie on, so that a
 * cached page cannot hold personal data.
 */
const byTextSize = (scope: Construct): CachePolicy =>
  new CachePolicy(scope, 'ByTextSize', {
    comment: 'Public pages, by the size of type alone',
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0), // only pages that say so are cached
    maxTtl: Duration.hours(1),
    cookieBehavior: CacheCookieBehavior.allowList('__Host-co'),
    headerBehavior: CacheHeaderBehavior.none(),
    queryStringBehavior: CacheQueryStringBehavior.all(),
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
  });

/**
 * @param override whether they replace those that the origin sends
 * @param framed whether other sites may show the answer in a frame
 */
const ownHeaders = (
  scope: Construct,
  id: string,
  comment: string,
  { override, framed = false }: { override: boolean; framed?: boolean },
) =>
  new ResponseHeadersPolicy(scope, id, {
    comment,
    securityHeadersBehavior: {
      contentTypeOptions: { override },
      contentSecurityPolicy: { contentSecurityPolicy: OWN_HEADERS['content-security-policy'], override },
      ...(!framed && { frameOptions: { frameOption: HeadersFrameOption.DENY, override } }),
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(365),
        includeSubdomains: true,
        override,
      },
    },
  });

/** CloudFormation resolves it at deployment; the template holds a reference. */
const plainly = (value: SecretValue): string => value.unsafeUnwrap();
