import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { made, ofType, type Resource, resourcesOf } from './made';
import { functions } from './staging';

interface Output {
  Value: unknown;
}

describe('a stage', () => {
  test('takes its names from the context', () => {
    const other = made({ stage: 'prod', domain: 'hoagiai.kiengiang.gov.vn' });
    expect(other.stage).toMatchObject({ stage: 'prod', domain: 'hoagiai.kiengiang.gov.vn' });
    expect(JSON.stringify(resourcesOf(other.system))).toContain('nhip-cau-prod-events');
  });

  test.each([
    [{ stage: 'moon' }, /No stage "moon"/],
    [{ domain: 'https://x.vn' }, /a domain name/],
    [{ alarmEmail: 'nobody' }, /email/i],
    [{ domain: 'bounce.x.vn', mailDomain: 'x.vn' }, /cannot share a name in DNS/],
    [{ logDays: '45' }, /one of 1, .*30, 60.* days/],
    [{ khmerQuestion: 'I need an interpreter' }, /Khmer script/],
  ])('refuses %j', (context, message) => {
    expect(() => made(context)).toThrow(message);
  });

  test.each(['staging', 'prod'])('%s asks for no record beside the CNAME of its site', (name) => {
    const { system, stage } = made({ stage: name });
    const records = Object.entries(Template.fromStack(system).toJSON().Outputs as Record<string, Output>)
      .filter(([id]) => id.startsWith('Mail'))
      .map(([id, { Value }]) => [id, JSON.stringify(Value)] as const);
    const beside = records.filter(([, value]) => value.includes(`"${stage.domain} `));
    expect(records.length).toBeGreaterThan(3);
    expect(beside).toEqual([]);
  });

  test('gives the functions the Khmer words that it was given, and none otherwise', () => {
    const words = '\u1780\u1781';
    const environment = (context: object) => JSON.stringify(resourcesOf(made({ ...context }).system));
    expect(environment({ khmerQuestion: words })).toContain(`"KHMER_QUESTION":"${words}"`);
    expect(environment({})).not.toContain('KHMER_QUESTION');
  });

  test('stages send from domains of their own', () => {
    const [staging, prod] = [made({ stage: 'staging' }).stage, made({ stage: 'prod' }).stage];
    expect(staging.mailDomain).not.toBe(prod.mailDomain);
  });

  test('changes the origin secret without turning anybody away', () => {
    const second = resourcesOf(made({ originTurn: '2' }).system);
    const [[, site]] = ofType(second, 'AWS::CloudFront::Distribution') as [[string, Resource]];
    const [[id, http]] = ofType(second, 'AWS::Lambda::Function').filter(([id]) =>
      id.startsWith('ApiHttpFunction'),
    ) as [[string, Resource]];
    const secretsIn = (value: unknown) => JSON.stringify(value).match(/SecretsOrigin\w*?(?=[0-9A-F]{8}")/g);
    const shown = site.Properties.DistributionConfig.Origins.flatMap(
      (o: Resource['Properties']) => o.OriginCustomHeaders ?? [],
    );
    // The one that CloudFront tells from now on, and the one that it told until now.
    expect(secretsIn(shown)).toEqual(['SecretsOrigin2']);
    expect(secretsIn(http.Properties.Environment.Variables.ORIGIN_SECRET)).toEqual([
      'SecretsOrigin2',
      'SecretsOrigin',
    ]);
    expect(site.DependsOn).toContain(id);
    expect(secretsIn(functions.http.Properties.Environment.Variables.ORIGIN_SECRET)).toEqual([
      'SecretsOrigin',
    ]);
  });
});
