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
  OriginProtocolPolicy,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { routes } from '../../../web/routes';
import type { Api } from '../api';
import type { Secrets } from '../secrets';

/** Pages that are the same for every reader; each answers with how long it may be cached. */
const PUBLIC_PATHS = [routes.event('*'), routes.privacy(), routes.accessibility()].flatMap((path) => [
  path,
  `/en${path}`,
]);
const PUBLIC = [routes.home(), '/en', ...PUBLIC_PATHS, '/api/docs', '/api/openapi.json'];

/** Forms below a public path: never cached, so they are listed before it. */
const FORMS = [routes.register('*')].flatMap((path) => [path, `/en${path}`]);

/** What CloudFront does with each path. A path that is not listed is personal. */
export const behaviors = (
  scope: Construct,
  { api, secrets, bucket }: { api: Api; secrets: Secrets; bucket: Bucket },
) => {
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
    functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: viewerAddress(scope) }],
  };
  const shared: BehaviorOptions = {
    origin,
    allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
    cachePolicy: byTextSize(scope),
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
  };
  const files: BehaviorOptions = {
    origin: S3BucketOrigin.withOriginAccessControl(bucket),
    cachePolicy: CachePolicy.CACHING_OPTIMIZED,
    responseHeadersPolicy: staticHeaders(scope),
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
  };
  return {
    defaultBehavior: personal,
    additionalBehaviors: {
      '/static/*': files,
      ...Object.fromEntries(FORMS.map((path) => [path, personal])),
      ...Object.fromEntries(PUBLIC.map((path) => [path, shared])),
    },
  };
};

/**
 * Writes the caller's address for the API, which counts attempts by it; it overwrites what the caller sent.
 * (CloudFront's own header cannot be passed together with everything that a personal page needs.)
 */
const viewerAddress = (scope: Construct): EdgeFunction =>
  new EdgeFunction(scope, 'ViewerAddress', {
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromInline(VIEWER_ADDRESS),
  });

const VIEWER_ADDRESS = `function handler(event) {
  event.request.headers['x-viewer-address'] = { value: event.viewer.ip };
  return event.request;
}`;

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

const staticHeaders = (scope: Construct): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, 'StaticHeaders', {
    comment: 'Style sheets and scripts',
    securityHeadersBehavior: {
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(365),
        includeSubdomains: true,
        override: true,
      },
    },
  });

/** CloudFormation resolves it at deployment; the template holds a reference. */
const plainly = (value: SecretValue): string => value.unsafeUnwrap();
