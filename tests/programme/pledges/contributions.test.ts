import { beforeAll, describe, expect, test } from 'vitest';
import { receivePledge, strikeReceipt } from '../../../functions/programme/pledges/change';
import { contributionsOf, partnersOf } from '../../../functions/programme/pledges/contributions';
import { listPledges } from '../../../functions/programme/pledges/list';
import { routes } from '../../../web/routes';
import { readDocx } from '../../documents/read-docx';
import { addBody } from '../../support/bodies';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { addPartner, addPledge, dayIn, PARTNER, part } from './scene';

const world = useWorld();
let organizer: Visitor;
let year: number;
beforeAll(async () => {
  await addPlaces(world);
  await addPartner(world);
  organizer = await signIn(world, { role: 'organizer', bearer: true });
  year = Number(dayIn(world, -1).slice(0, 4));
  const { id } = await addPledge(world, { unitId: 'unt_goquao', promisedOn: `${year - 1}-03-01` });
  await receivePledge(world, { id, version: 1 }, part(world, { on: `${year - 1}-06-01`, amount: 120 }));
  await receivePledge(world, { id, version: 2 }, part(world, { amount: 30 }));
  await receivePledge(world, { id, version: 3 }, part(world, { amount: 40 }));
  await strikeReceipt(world, { id, version: 4 }, { n: 3, words: 'nhầm' });
  const money = { kind: 'money', measure: undefined, amount: 9_000_000, words: 'In tài liệu' };
  await addPledge(world, money);
});

describe('the contributions of a partner', () => {
  test('are what was received in each year, the latest first', async () => {
    const years = contributionsOf(await listPledges(world, { bodyId: PARTNER }));
    expect(years.map((y) => [y.year, y.contributions.map((c) => c.amount)])).toEqual([
      [year, [30]],
      [year - 1, [120]],
    ]);
  });

  test('stand beside those of other partners, with what is still expected', async () => {
    expect(partnersOf(await listPledges(world))).toEqual([
      {
        bodyId: PARTNER,
        bodyName: 'Hội Luật gia tỉnh',
        pledges: 2,
        received: '150 cuốn',
        expected: '9.000.000 đồng; 50 cuốn',
      },
    ]);
  });

  test('are on the page of the body, with a letter of thanks for each year', async () => {
    const page = await organizer.get(routes.consoleBody(PARTNER));
    expect(page.text).toContain('120 cuốn');
    expect(page.html).toContain(routes.consoleThanksLetter(PARTNER, String(year)));
    expect((await organizer.get(routes.consolePledges())).text).toContain('9.000.000 đồng; 50 cuốn');
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao' });
    expect((await officer.get(routes.consoleBody(PARTNER))).text).not.toContain('120 cuốn');
  });

  test('are answered by the API to those who may see them', async () => {
    const found = await organizer.api('GET', `/bodies/${PARTNER}/contributions`);
    expect(found.json).toMatchObject({
      years: [{ year, received: [{ amount: 30, measure: 'cuốn' }] }, { year: year - 1 }],
    });
    expect((await organizer.api('GET', '/bodies/bod_none/contributions')).status).toBe(404);
    const officer = await signIn(world, { role: 'officer', bearer: true, unitId: 'unt_goquao' });
    expect((await officer.api('GET', `/bodies/${PARTNER}/contributions`)).status).toBe(403);
    expect((await officer.api('POST', `/bodies/${PARTNER}/thanks-letter`, { year })).status).toBe(403);
  });
});

describe('the letter of thanks', () => {
  test('names the partner and what was received in its year alone', async () => {
    const file = await organizer.get(routes.consoleThanksLetter(PARTNER, String(year - 1)));
    expect(file.status).toBe(200);
    const text = readDocx(file.bytes)
      .paragraphs.map((p) => p.text)
      .join('\n');
    expect(text).toContain('THƯ CẢM ƠN');
    expect(text).toContain('Kính gửi: Hội Luật gia tỉnh');
    expect(text).toContain('- Sổ tay hòa giải: 120 cuốn (địa bàn: Huyện Gò Quao).');
    expect(text).not.toContain('30 cuốn');
    expect(text).not.toContain('In tài liệu');
  });

  test('is refused for a year in which nothing was received', async () => {
    const refused = await organizer.api('POST', `/bodies/${PARTNER}/thanks-letter`, { year: year - 5 });
    expect(refused.status).toBe(409);
    expect(refused.json).toMatchObject({ code: 'nothing-received' });
    const other = await addBody(world, 'Đoàn Luật sư tỉnh');
    expect((await organizer.api('POST', `/bodies/${other.id}/thanks-letter`, { year })).status).toBe(409);
    expect((await organizer.get(routes.consoleThanksLetter(PARTNER, 'nay'))).status).toBe(404);
  });
});
