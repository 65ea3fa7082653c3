import { beforeAll, describe, expect, test } from 'vitest';
import { inquiryToken } from '../../functions/inquiries/read';
import { parse } from '../../functions/platform/input/parse';
import { DAY, localDate } from '../../functions/platform/time/dates';
import { storePlan } from '../../functions/programme/plans/store';
import { createRecommendation } from '../../functions/recommendations/create';
import { createPeriod } from '../../functions/reports/create-period';
import { getPeriod, standOf } from '../../functions/reports/periods';
import { MOST_OWN_COLUMNS, PeriodInput, VersionedReported } from '../../functions/reports/report';
import { enterReport, openReport, submitReport } from '../../functions/reports/submit';
import { addBody } from '../support/bodies';
import { refusal } from '../support/refusals';
import { useWorld } from '../support/world';

describe('what the reports refuse', () => {
  const world = useWorld();
  let bodyId: string;
  let dueOn: string;
  const input = (more: object = {}) =>
    parse(PeriodInput, { planId: 'pln_2026', title: 'Báo cáo', dueOn, bodyIds: [bodyId], ...more });
  const codeOf = async (act: Promise<unknown>) => {
    const { code, fields } = await refusal(act);
    return fields.map(({ path, code: of }) => `${path} ${of}`).join() || code;
  };
  const said = { figures: {}, results: 'Đã thực hiện.', position: 'Trưởng phòng' };
  beforeAll(async () => {
    dueOn = localDate(world.now() + 10 * DAY);
    bodyId = (await addBody(world, 'Sở Mẫu')).id;
    await storePlan(world, { year: 2026, title: 'Kế hoạch', tasks: [] }, { id: 'pln_2026' });
  });

  test('of a period: a plan or a body that there is not, no body at all, a day that has passed', async () => {
    const ask = (more: object) => codeOf(createPeriod(world, input(more)));
    expect.soft(await ask({ planId: 'pln_none' })).toBe('planId plan-missing');
    expect.soft(await ask({ bodyIds: [bodyId, 'bod_none'] })).toBe('bodyIds body-unknown');
    expect.soft(await ask({ bodyIds: undefined })).toBe('bodyIds body-unknown');
    expect.soft(await ask({ dueOn: '2020-01-01' })).toBe('dueOn inquiry-due-past');
    expect.soft(await codeOf(getPeriod(world, 'rpp_none'))).toBe('period-missing');
  });

  test('of a body that is named twice: a second report', async () => {
    expect(await createPeriod(world, input({ bodyIds: [bodyId, bodyId] }))).toHaveLength(1);
  });

  test('of what was typed: figures that are no counts, no results, more columns than the form has', () => {
    const refused = (schema: { safeParse(value: unknown): { success: boolean } }, value: object) =>
      !schema.safeParse(value).success;
    const of = (more: object) => refused(VersionedReported, { version: 1, ...said, ...more });
    expect.soft(of({})).toBe(false);
    expect.soft(of({ figures: { events: -1 } })).toBe(true);
    expect.soft(of({ figures: { events: 1.5 } })).toBe(true);
    expect.soft(of({ results: '  ' })).toBe(true);
    const columns = (n: number) => ({
      planId: 'pln_2026',
      title: 'Báo cáo',
      dueOn,
      ownColumns: Array.from({ length: n }, (_, i) => `Số liệu ${i}`),
    });
    expect.soft(refused(PeriodInput, columns(MOST_OWN_COLUMNS))).toBe(false);
    expect.soft(refused(PeriodInput, columns(MOST_OWN_COLUMNS + 1))).toBe(true);
  });

  test('of another kind: its id, and its link', async () => {
    const asked = { title: 'Kiến nghị', words: 'Nội dung.', bodyId, dueOn };
    const other = await createRecommendation(world, { ...asked, sort: 'recommendation' });
    const how = { version: 1, through: 'phone' } as const;
    expect.soft(await codeOf(enterReport(world, other.id, how, said))).toBe('inquiry-missing');
    expect.soft(await codeOf(openReport(world, inquiryToken(world, other)))).toBe('inquiry-link-unknown');
  });

  test('of figures: keys that are no columns of the period, which are dropped', async () => {
    const [report] = await createPeriod(world, input({ columns: ['events'], nonce: 'mot-ky-bao-cao' }));
    const more = { ...said, figures: { events: 2, other: 7 } };
    const given = await submitReport(world, inquiryToken(world, report!), 1, more);
    expect(given.answer?.said.figures).toEqual({ events: 2 });
  });

  test('nothing of a body that owes nothing any more is counted as due', () => {
    const of = (status: 'asked' | 'withdrawn') => ({ status, dueOn }) as never;
    expect(standOf({ reports: [of('asked'), of('withdrawn')] }, world.now())).toMatchObject({ due: 1 });
  });
});
