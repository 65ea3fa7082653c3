import { beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../../functions/api/operations';
import { parse } from '../../functions/platform/input/parse';
import { localDate } from '../../functions/platform/time/dates';
import { storePlan } from '../../functions/programme/plans/store';
import { createRecommendation } from '../../functions/recommendations/create';
import { createPeriod } from '../../functions/reports/create-period';
import { createSupportRequest } from '../../functions/support/create';
import { passSupportRequest } from '../../functions/support/pass';
import { createVisit } from '../../functions/visits/create';
import { recordFinding } from '../../functions/visits/record';
import { VisitInput } from '../../functions/visits/visit';
import { routes } from '../../web/routes';
import { addBody } from '../support/bodies';
import { addPlaces } from '../support/places';
import { inTurn } from '../support/visitor';
import { useWorld } from '../support/world';

const world = useWorld();
const example = (id: string) => operations.find((o) => o.id === id)!.example as Record<string, unknown>;
const own = ['officer', 'unt_goquao'] as const;
const far = ['officer', 'unt_anminh'] as const;
type Who = readonly ['viewer' | 'organizer'] | typeof own | typeof far;
const viewer = ['viewer'] as const;
const organizer = ['organizer'] as const;

/** The ids of one of each. */
const one = {} as Record<'recommendation' | 'report' | 'period' | 'support' | 'visit' | 'finding', string>;
let people: ReturnType<typeof inTurn>;
const act = (who: Who): void => people.as(...(who as ['officer', string]));
const status = async (who: Who, path: string, method: 'get' | 'post' = 'get'): Promise<number> => {
  act(who);
  return (await people[method](path)).status;
};

beforeAll(async () => {
  await addPlaces(world);
  people = inTurn(world);
  const dueOn = localDate(world.now());
  const { id: bodyId } = await addBody(world, 'UBND huyện Gò Quao', { unitId: 'unt_goquao' });
  await storePlan(world, { year: 2026, title: 'Kế hoạch năm 2026', tasks: [] }, { id: 'pln_2026' });
  const asked = { title: 'Kiến nghị mẫu', words: 'Nội dung.', bodyId, dueOn };
  one.recommendation = (await createRecommendation(world, { ...asked, sort: 'recommendation' })).id;
  const [report] = await createPeriod(world, {
    planId: 'pln_2026',
    title: 'Báo cáo mẫu',
    dueOn,
    bodyIds: [bodyId],
    columns: [],
    ownColumns: [],
  });
  one.report = report!.id;
  one.period = report!.about.periodId;
  const question = { type: 'land', words: 'Tranh chấp lối đi.', unitId: 'unt_dinhan' } as const;
  one.support = (await createSupportRequest(world, question)).id;
  await passSupportRequest(world, one.support, { bodyId, dueOn });
  const visit = { ...example('createVisit'), taskId: undefined, bodyId, day: dueOn };
  one.visit = (await createVisit(world, parse(VisitInput, visit))).id;
  const found = { title: 'Sổ chưa ghi đủ', words: 'Ba tổ chưa ghi sổ.', dueOn };
  one.finding = (await recordFinding(world, one.visit, found)).id;
});

const readPages = (): [string, string][] => [
  ['the consolidated report', routes.consoleConsolidated(one.period, 'docx')],
  ['recommendations', routes.consoleRecommendations()],
  ['a recommendation', routes.consoleRecommendation(one.recommendation)],
  ['the file of recommendations', routes.consoleRecommendationFile()],
];

const areaPages = (): [string, string][] => [
  ['a report', routes.consoleReport(one.report)],
  ['a request for support', routes.consoleOneSupport(one.support)],
  ['a visit', routes.consoleVisit(one.visit)],
  ['a note about a visit', routes.consoleVisitAct(one.visit, 'ghi-chu')],
  ['a finding', routes.consoleFinding(one.finding)],
];

const writePages = (): [string, string][] => [
  ['a new period', routes.consoleNewPeriod()],
  ...(['hoi-lai', 'chot', 'thoi'] as const).map((verb): [string, string] => [
    `report: ${verb}`,
    routes.consoleReportAct(one.report, verb),
  ]),
  ['a new recommendation', routes.consoleNewRecommendation()],
  ...(['tra-loi', 'hoi-lai', 'ket-thuc', 'thoi'] as const).map((verb): [string, string] => [
    `recommendation: ${verb}`,
    routes.consoleRecommendationAct(one.recommendation, verb),
  ]),
  ...(['chuyen', 'tra-loi', 'ket-thuc'] as const).map((verb): [string, string] => [
    `support: ${verb}`,
    routes.consoleSupportAct(one.support, verb),
  ]),
  ['a new visit', routes.consoleNewVisit()],
  ...['sua', 'danh-muc', 'noi-dung', 'ket-luan', 'bo', 'tra-loi'].map((verb): [string, string] => [
    `visit: ${verb}`,
    routes.consoleVisitAct(one.visit, verb),
  ]),
  ...['tra-loi', 'hoi-lai', 'ket-thuc', 'rut'].map((verb): [string, string] => [
    `finding: ${verb}`,
    routes.consoleFindingAct(one.finding, verb),
  ]),
];

/** Each operation that changes something, with the path of one. */
const writeOperations = (): [string, string][] => [
  ['createReportingPeriod', '/reporting-periods'],
  ['enterReport', `/reports/${one.report}/answer`],
  ['askReportAgain', `/reports/${one.report}/turns`],
  ['closeReport', `/reports/${one.report}/closing`],
  ['withdrawReport', `/reports/${one.report}/withdrawal`],
  ['createRecommendation', '/recommendations'],
  ['askRecommendationAgain', `/recommendations/${one.recommendation}/turns`],
  ['enterRecommendationAnswer', `/recommendations/${one.recommendation}/answer`],
  ['closeRecommendation', `/recommendations/${one.recommendation}/closing`],
  ['withdrawRecommendation', `/recommendations/${one.recommendation}/withdrawal`],
  ['passSupportRequest', `/support-requests/${one.support}/passing`],
  ['enterSupportAnswer', `/support-requests/${one.support}/answer`],
  ['closeSupportRequest', `/support-requests/${one.support}/closing`],
  ['createVisit', '/visits'],
  ['updateVisit', `/visits/${one.visit}`],
  ['enterVisitAnswer', `/visits/${one.visit}/answer`],
  ['saveChecklist', `/visits/${one.visit}/checklist`],
  ['concludeVisit', `/visits/${one.visit}/conclusion`],
  ['withdrawVisit', `/visits/${one.visit}/withdrawal`],
  ['recordFinding', `/visits/${one.visit}/findings`],
  ['askFindingAgain', `/findings/${one.finding}/turns`],
  ['enterFindingAnswer', `/findings/${one.finding}/answer`],
  ['closeFinding', `/findings/${one.finding}/closing`],
  ['withdrawFinding', `/findings/${one.finding}/withdrawal`],
];

/** Each operation that reads, and whether an officer reads those of their own area by it. */
const readOperations = (): [string, 'own' | 'none'][] => [
  [`/reports/${one.report}`, 'own'],
  [`/reporting-periods/${one.period}/consolidated`, 'none'],
  ['/recommendations', 'none'],
  ['/recommendations/export', 'none'],
  [`/recommendations/${one.recommendation}`, 'none'],
  [`/support-requests/${one.support}`, 'own'],
  [`/visits/${one.visit}`, 'own'],
  [`/visits/${one.visit}/notes`, 'own'],
  [`/findings/${one.finding}`, 'own'],
];

describe('operations of what bodies are asked', () => {
  const call = async (who: Who, method: string, path: string, body?: unknown) => {
    act(who);
    return people.api(method, path, body);
  };

  test('that change something are for organizers alone', async () => {
    for (const [id, path] of writeOperations())
      for (const who of [viewer, own, far]) {
        const { method } = operations.find((o) => o.id === id)!;
        const { status } = await call(who, method.toUpperCase(), path, example(id));
        expect.soft([id, ...who, status]).toEqual([id, ...who, 403]);
      }
  });

  test('that read are for accounts that see everything, and for officers in their own area', async () => {
    for (const [path, reads] of readOperations()) {
      expect.soft([path, (await call(viewer, 'GET', path)).status]).toEqual([path, 200]);
      const ofOwn = (await call(own, 'GET', path)).status;
      expect.soft([path, ofOwn]).toEqual([path, reads === 'own' ? 200 : 403]);
      expect.soft([path, (await call(far, 'GET', path)).status]).toEqual([path, 403]);
    }
  });

  test('that list show an officer their own area alone', async () => {
    for (const [path, id] of [
      ['/reports', one.report],
      ['/support-requests', one.support],
      ['/visits', one.visit],
      ['/findings', one.finding],
    ] as const)
      for (const who of [own, far]) {
        const { items } = (await call(who, 'GET', path)).json;
        const ids = items.map((item: { id: string }) => item.id);
        expect.soft([path, ids]).toEqual([path, who === own ? [id] : []]);
      }
  });

  test('a note about a visit and the conclusion are for those who see the visit', async () => {
    const notes = `/visits/${one.visit}/notes`;
    const note = example('createMonitoringNote');
    expect.soft((await call(far, 'POST', notes, note)).status).toBe(403);
    expect.soft((await call(own, 'POST', notes, note)).status).toBe(201);
    const conclusion = `/visits/${one.visit}/conclusion`;
    expect.soft((await call(far, 'GET', conclusion)).status).toBe(403);
    expect.soft((await call(own, 'GET', conclusion)).status).toBe(409);
  });
});

describe('pages of what bodies are asked', () => {
  test('of the whole province are for accounts that see everything', async () => {
    for (const [name, path] of readPages())
      expect.soft([name, await status(viewer, path), await status(own, path)]).toEqual([name, 200, 403]);
  });

  test('of one area are for its officer, and for no other officer', async () => {
    for (const [name, path] of areaPages())
      expect
        .soft([name, await status(viewer, path), await status(own, path), await status(far, path)])
        .toEqual([name, 200, 200, 403]);
  });

  test('lists show an officer their own area alone', async () => {
    for (const [path, link] of [
      [routes.consoleReports(), routes.consoleReport(one.report)],
      [routes.consoleSupport(), routes.consoleOneSupport(one.support)],
      [routes.consoleVisits(), routes.consoleVisit(one.visit)],
      [routes.consoleFindings(), routes.consoleFinding(one.finding)],
    ] as const)
      for (const who of [own, far]) {
        act(who);
        expect.soft((await people.get(path)).html.includes(`"${link}"`), `${who} ${path}`).toBe(who === own);
      }
  });

  test('that change something are for organizers alone, to open and to send', async () => {
    for (const [name, path] of writePages()) {
      expect.soft([name, await status(organizer, path)]).toEqual([name, 200]);
      for (const who of [viewer, own])
        expect
          .soft([name, ...who, await status(who, path), await status(who, path, 'post')])
          .toEqual([name, ...who, 403, 403]);
    }
  });

  test('a report is entered by organizers alone, who alone see the form', async () => {
    const path = routes.consoleReport(one.report);
    const hasForm = async (who: Who) => {
      act(who);
      return (await people.get(path)).page.querySelector('main form[method=post]') !== null;
    };
    expect.soft([await hasForm(organizer), await hasForm(viewer)]).toEqual([true, false]);
    expect.soft([await status(viewer, path, 'post'), await status(own, path, 'post')]).toEqual([403, 403]);
  });

  test('a report is given by the officer of the area of its body, and by no other', async () => {
    const path = routes.consoleReportAct(one.report, 'nop');
    for (const [who, opens] of [
      [own, 200],
      [far, 403],
      [viewer, 403],
    ] as const)
      expect.soft([...who, await status(who, path)]).toEqual([...who, opens]);
    for (const who of [far, viewer]) expect.soft(await status(who, path, 'post')).toBe(403);
    for (const [verb, id] of [
      ['submission', 'giveReport'],
      ['draft', 'saveReportDraft'],
    ] as const)
      for (const who of [far, viewer]) {
        act(who);
        const { status } = await people.api('PUT', `/reports/${one.report}/${verb}`, example(id));
        expect.soft([verb, ...who, status]).toEqual([verb, ...who, 403]);
      }
  });

  test('offer what can be done to organizers alone', async () => {
    for (const [name, path, link] of [
      ['recommendation', routes.consoleRecommendation(one.recommendation), '/ket-thuc"'],
      ['support', routes.consoleOneSupport(one.support), '/ket-thuc"'],
      ['visit', routes.consoleVisit(one.visit), '/ket-luan"'],
      ['finding', routes.consoleFinding(one.finding), '/ket-thuc"'],
    ] as const)
      for (const who of [organizer, viewer]) {
        act(who);
        const shows = (await people.get(path)).html.includes(link);
        expect.soft(shows, `${name} ${who}`).toBe(who === organizer);
      }
  });

  test('an officer asks for a team of their own area alone, and is offered no other commune', async () => {
    const path = routes.consoleNewSupport();
    act(own);
    const form = await people.get(path);
    expect.soft(form.html).toContain('value="unt_dinhan"');
    expect.soft(form.html).not.toContain('value="unt_donghoa"');
    const asked = { type: 'land', words: 'Tranh chấp lối đi.' };
    expect.soft((await people.post(path, { ...asked, unitId: 'unt_donghoa' })).status).toBe(403);
    expect.soft((await people.post(path, { ...asked, unitId: 'unt_dinhan' })).status).toBe(303);
    expect.soft([await status(viewer, path), await status(viewer, path, 'post')]).toEqual([403, 403]);
  });

  test('lead back to the page above', async () => {
    for (const [path, above] of [
      [routes.consoleReport(one.report), routes.consoleReports()],
      [routes.consoleReportAct(one.report, 'hoi-lai'), routes.consoleReport(one.report)],
      [routes.consoleRecommendation(one.recommendation), routes.consoleRecommendations()],
      [
        routes.consoleRecommendationAct(one.recommendation, 'ket-thuc'),
        routes.consoleRecommendation(one.recommendation),
      ],
      [routes.consoleOneSupport(one.support), routes.consoleSupport()],
      [routes.consoleSupportAct(one.support, 'ket-thuc'), routes.consoleOneSupport(one.support)],
      [routes.consoleVisit(one.visit), routes.consoleVisits()],
      [routes.consoleVisitAct(one.visit, 'ket-luan'), routes.consoleVisit(one.visit)],
      [routes.consoleFinding(one.finding), routes.consoleVisit(one.visit)],
      [routes.consoleFindingAct(one.finding, 'rut'), routes.consoleFinding(one.finding)],
    ] as const) {
      people.as('organizer');
      const way = (await people.get(path)).page.querySelector('main a.back');
      expect.soft([path, way?.getAttribute('href')]).toEqual([path, above]);
    }
  });
});
