import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { errorPage } from '../../infra/constructs/site/error-page';
import { OWN_HEADERS } from '../../infra/constructs/site/own-headers';
import { ofType, type Resource, resourcesOf } from './made';
import { edge, functions, resources, stage } from './staging';

describe('CloudFront', () => {
  const [[, distribution]] = ofType(resources, 'AWS::CloudFront::Distribution') as [[string, Resource]];
  const config = distribution.Properties.DistributionConfig;
  const byPath = Object.fromEntries(
    config.CacheBehaviors.map((b: { PathPattern: string }) => [b.PathPattern, b]),
  );
  const DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'; // managed: CachingDisabled

  test('keeps nothing of what it is not told to keep', () => {
    expect(config.DefaultCacheBehavior.CachePolicyId).toBe(DISABLED);
    expect(config.DefaultCacheBehavior.AllowedMethods).toContain('POST');
  });

  test.each(['/', '/en', '/lop/*', '/en/lop/*'])(
    'keeps %s by the cookie of type size alone, and passes no other',
    (path) => {
      const behaviour = byPath[path];
      expect(behaviour.AllowedMethods).toEqual(['GET', 'HEAD']);
      expect(behaviour.OriginRequestPolicyId).toBeUndefined();
      const policy = resources[behaviour.CachePolicyId.Ref]!.Properties.CachePolicyConfig;
      expect(policy.ParametersInCacheKeyAndForwardedToOrigin).toMatchObject({
        CookiesConfig: { CookieBehavior: 'whitelist', Cookies: ['__Host-co'] },
        HeadersConfig: { HeaderBehavior: 'none' },
        QueryStringsConfig: { QueryStringBehavior: 'all' },
      });
      expect(policy.DefaultTTL).toBe(0);
    },
  );

  test.each(['/lop/*/dang-ky', '/en/lop/*/dang-ky'])(
    'asks the API for the form %s each time, before the pages around it',
    (path) => {
      expect(byPath[path].CachePolicyId).toBe(DISABLED);
      expect(byPath[path].AllowedMethods).toContain('POST');
      const order = config.CacheBehaviors.map((b: { PathPattern: string }) => b.PathPattern);
      expect(order.indexOf(path)).toBeLessThan(order.indexOf('/lop/*'));
    },
  );

  test('gives security headers to every answer, also to those that are not the application’s', () => {
    const policyOf = (behavior: { ResponseHeadersPolicyId: { Ref: string } }) =>
      resources[behavior.ResponseHeadersPolicyId.Ref]!.Properties.ResponseHeadersPolicyConfig;
    for (const behavior of [config.DefaultCacheBehavior, ...config.CacheBehaviors]) {
      const headers = policyOf(behavior).SecurityHeadersConfig;
      const Override = behavior === byPath['/static/*']; // what the application says of itself stays
      expect(headers).toMatchObject({
        ContentTypeOptions: { Override },
        ReferrerPolicy: { Override, ReferrerPolicy: 'same-origin' },
        StrictTransportSecurity: { Override, AccessControlMaxAgeSec: 31_536_000, IncludeSubdomains: true },
      });
      expect(headers.ContentSecurityPolicy.Override).toBe(Override);
      for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
        expect(headers.ContentSecurityPolicy.ContentSecurityPolicy).toContain(part);
    }
  });

  test('leads people from http to https, and refuses a program that calls over http', () => {
    const policy = (path: string) => byPath[path].ViewerProtocolPolicy;
    expect(config.DefaultCacheBehavior.ViewerProtocolPolicy).toBe('redirect-to-https');
    expect(policy('/lop/*')).toBe('redirect-to-https');
    expect([policy('/api/*'), policy('/api/openapi.json')]).toEqual(['https-only', 'https-only']);
    const order = config.CacheBehaviors.map((b: { PathPattern: string }) => b.PathPattern);
    expect(order.indexOf('/api/*')).toBeGreaterThan(order.indexOf('/api/docs'));
    expect(byPath['/api/*'].CachePolicyId).toBe(DISABLED);
  });

  test('shows the API its secret, over TLS, and serves the style sheets from a closed bucket', () => {
    const api = config.Origins.find((o: Resource['Properties']) => o.CustomOriginConfig);
    expect(api.CustomOriginConfig.OriginProtocolPolicy).toBe('https-only');
    expect(api.OriginCustomHeaders[0].HeaderName).toBe('x-origin-secret');
    expect(JSON.stringify(api.OriginCustomHeaders[0].HeaderValue)).toContain('{{resolve:secretsmanager:');
    const s3 = config.Origins.find((o: Resource['Properties']) => o.S3OriginConfig);
    expect(s3.OriginAccessControlId).toBeDefined();
    expect(byPath['/static/*'].TargetOriginId).toBe(s3.Id);
    for (const [, bucket] of ofType(resources, 'AWS::S3::Bucket'))
      expect(bucket.Properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
  });

  test('says in Vietnamese that the site does not answer, and keeps neither that page nor what the site says itself', () => {
    expect(config.CustomErrorResponses).toEqual(
      [502, 504].map((code) => ({
        ErrorCode: code,
        ResponseCode: code,
        ResponsePagePath: '/static/loi/khong-tra-loi.html',
        ErrorCachingMinTTL: 0,
      })),
    );
    const uploads = ofType(resources, 'Custom::CDKBucketDeployment').map(
      ([, r]) => r.Properties.SystemMetadata,
    );
    expect(uploads).toContainEqual({ 'cache-control': 'no-store' });
    expect(errorPage(stage, 'busy')).toContain('Vui lòng quay lại trang trước');
    expect(errorPage({ help: { ...stage.help, name: '<b>' } }, 'busy')).toContain('&lt;b&gt;');
  });

  test('overwrites whatever a caller says of its own address, wherever something can be sent', () => {
    const [id, edgeFunction] = ofType(resources, 'AWS::CloudFront::Function').find(([one]) =>
      one.startsWith('SiteViewerAddress'),
    )!;
    expect(edgeFunction.Properties.FunctionCode).toContain(
      "headers['x-viewer-address'] = { value: event.viewer.ip }",
    );
    for (const behaviour of [config.DefaultCacheBehavior, ...config.CacheBehaviors])
      if (behaviour.AllowedMethods?.includes('POST'))
        expect(behaviour.FunctionAssociations).toEqual([
          { EventType: 'viewer-request', FunctionARN: { 'Fn::GetAtt': [id, 'FunctionARN'] } },
        ]);
  });

  test('keeps style sheets for as long as the site stands: an unchanged one is not uploaded again', () => {
    const [, bucket] = ofType(resources, 'AWS::S3::Bucket').find(([id]) => id.startsWith('SiteStatic'))!;
    expect(bucket.Properties.LifecycleConfiguration).toBeUndefined();
  });

  test('stands behind the firewall, on its own domain, and never before its style sheets', () => {
    expect(config.WebACLId).toEqual({ Ref: 'WebAclArn' });
    expect(config.Aliases).toEqual([stage.domain]);
    expect(config.ViewerCertificate.MinimumProtocolVersion).toBe('TLSv1.2_2021');
    expect(JSON.stringify(functions.http.DependsOn)).toContain('SiteUpload');
    expect(config.Logging).toBeUndefined();
  });

  test('counts signing in under every name of its path', () => {
    const { Rules } = ofType(resourcesOf(edge), 'AWS::WAFv2::WebACL')[0]![1].Properties;
    const rule = Rules.find(({ Name }: { Name: string }) => Name === 'SignIn');
    const { ByteMatchStatement } = rule.Statement.RateBasedStatement.ScopeDownStatement;
    expect(ByteMatchStatement).toMatchObject({
      SearchString: '/quan-tri/dang-nhap',
      TextTransformations: [
        { Priority: 0, Type: 'URL_DECODE' },
        { Priority: 1, Type: 'URL_DECODE' },
        { Priority: 2, Type: 'NORMALIZE_PATH_WIN' },
        { Priority: 3, Type: 'LOWERCASE' },
      ],
    });
  });

  test('tells browsers to load style sheets by https alone', () => {
    const policy = resources[byPath['/static/*'].ResponseHeadersPolicyId.Ref];
    const { SecurityHeadersConfig } = policy!.Properties.ResponseHeadersPolicyConfig;
    expect(SecurityHeadersConfig.StrictTransportSecurity).toEqual({
      AccessControlMaxAgeSec: 31_536_000,
      IncludeSubdomains: true,
      Override: true,
    });
  });

  test('keeps a log of what the firewall stopped or counted, without paths, queries and cookies', () => {
    const template = Template.fromStack(edge);
    template.hasResourceProperties('AWS::WAFv2::LoggingConfiguration', {
      RedactedFields: [
        { UriPath: {} },
        { QueryString: {} },
        ...['cookie', 'authorization', 'referer'].map((Name) => ({ SingleHeader: { Name } })),
      ],
      LoggingFilter: Match.objectLike({ DefaultBehavior: 'DROP' }),
    });
    template.hasResourceProperties('AWS::Logs::LogGroup', {
      LogGroupName: Match.stringLikeRegexp('^aws-waf-logs-'),
      RetentionInDays: 30,
    });
  });

  test('gives the same security headers to what the firewall answers', () => {
    const [[, { Properties: acl }]] = ofType(resourcesOf(edge), 'AWS::WAFv2::WebACL') as [[string, Resource]];
    const blocks = acl.Rules.flatMap((rule: Resource['Properties']) => rule.Action?.Block ?? []);
    expect(blocks).toHaveLength(3);
    for (const { CustomResponse } of blocks)
      expect(CustomResponse.ResponseHeaders).toEqual(
        Object.entries(OWN_HEADERS).map(([Name, Value]) => ({ Name, Value })),
      );
  });

  test('only counts addresses of bad reputation, and tells in Vietnamese who sent too much', () => {
    const [[, { Properties: acl }]] = ofType(resourcesOf(edge), 'AWS::WAFv2::WebACL') as [[string, Resource]];
    const rule = (name: string) => acl.Rules.find(({ Name }: { Name: string }) => Name === name);
    expect(rule('AWSManagedRulesAmazonIpReputationList').OverrideAction).toEqual({ Count: {} });
    expect(rule('AWSManagedRulesKnownBadInputsRuleSet').OverrideAction).toEqual({ None: {} });
    const { CustomResponseBodyKey } = rule('Anything').Action.Block.CustomResponse;
    expect(acl.CustomResponseBodies[CustomResponseBodyKey].Content).toContain('Quá nhiều lượt truy cập');
  });

  test('has a firewall with a limit of requests, in the region that CloudFront asks for', () => {
    expect(edge.region).toBe('us-east-1');
    Template.fromStack(edge).hasResourceProperties('AWS::WAFv2::WebACL', {
      Scope: 'CLOUDFRONT',
      Rules: Match.arrayWith([
        Match.objectLike({
          Action: { Block: Match.anyValue() },
          Statement: { RateBasedStatement: Match.objectLike({ AggregateKeyType: 'IP', Limit: 10_000 }) },
        }),
      ]),
    });
  });
});
