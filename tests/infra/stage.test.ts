import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { stageNames } from '../../infra/stages/read';
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
    [{ stage: '../prod' }, /a short name/],
    [{ alarmEmail: 'nobody' }, /email/i],
    [{ domain: 'bounce.x.vn', mailDomain: 'x.vn' }, /cannot share a name in DNS/],
    [{ logDays: '45' }, /one of 1, .*30, 60.* days/],
    [{ khmerQuestion: 'I need an interpreter' }, /Khmer script/],
  ])('refuses %j', (context, message) => {
    expect(() => made(context)).toThrow(message);
  });

  test.each(stageNames())('%s synthesises from its file alone', (name) => {
    const { data, system, edge, stage } = made({ stage: name });
    expect([stage.stage, data.stackName, system.stackName, edge.stackName]).toEqual([
      name,
      `nhip-cau-${name}-data`,
      `nhip-cau-${name}`,
      `nhip-cau-${name}-edge`,
    ]);
    expect(ofType(resourcesOf(system), 'AWS::CloudFront::Distribution')).toHaveLength(1);
  });

  test('there is one of each kind: for people, for trials, a small one, another province', () => {
    expect(stageNames()).toEqual(['can-tho', 'prod', 'small', 'staging']);
    expect(made({ stage: 'can-tho' }).stage.department.place).toBe('Cần Thơ');
  });

  test('a small one stands without the firewall', () => {
    const { system, edge } = made({ stage: 'small' });
    expect(ofType(resourcesOf(edge), 'AWS::WAFv2::WebACL')).toEqual([]);
    const [[, site]] = ofType(resourcesOf(system), 'AWS::CloudFront::Distribution') as [[string, Resource]];
    expect(site.Properties.DistributionConfig.WebACLId).toBeUndefined();
    const [[, api]] = ofType(resourcesOf(system), 'AWS::ApiGatewayV2::Stage') as [[string, Resource]];
    expect(api.Properties.DefaultRouteSettings.ThrottlingRateLimit).toBe(100);
  });

  test('with the values of an example is refused, and names each', () => {
    const refusals = (context: object) => {
      const { app, system } = made({ stage: 'prod', examples: 'refused', ...context });
      app.synth();
      return Annotations.fromStack(system)
        .findError('*', Match.stringLikeRegexp('example values'))
        .map(({ entry }) => String(entry.data).replace(/^.*: /, ''));
    };
    expect(refusals({})).toEqual([
      'domain nhipcau.example.vn, mailDomain nhipcau.example.vn, alarmEmail truc@nhipcau.example.vn, ' +
        'help.email pbgdpl@nhipcau.example.vn, help.phone 02973812345',
    ]);
    const real = {
      domain: 'hoagiai.kiengiang.gov.vn',
      mailDomain: 'hoagiai.kiengiang.gov.vn',
      alarmEmail: 'truc@kiengiang.gov.vn',
    };
    const help = { name: 'Phòng Phổ biến', phone: '02973862017', email: 'pbgdpl@kiengiang.gov.vn' };
    expect(refusals({ ...real, help: { ...help, email: 'a@b.test' } })).toEqual(['help.email a@b.test']);
    expect(refusals({ ...real, help: JSON.stringify(help) })).toEqual([]);
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
