import { DAY, localDate } from '../../../functions/platform/time/dates';
import { createPledge } from '../../../functions/programme/pledges/create';
import { PledgeInput } from '../../../functions/programme/pledges/pledge';
import { addBody } from '../../support/bodies';
import type { TestWorld } from '../../support/world';

export const PARTNER = 'bod_hoi_luat_gia';

export const addPartner = (world: TestWorld) => addBody(world, 'Hội Luật gia tỉnh', { id: PARTNER });

/** The day so many days from now. */
export const dayIn = (world: TestWorld, days: number) => localDate(world.now() + days * DAY);

/** Two hundred books, promised ten days ago for in twenty days. */
export const books = (world: TestWorld, more: object = {}) => ({
  bodyId: PARTNER,
  kind: 'materials',
  words: 'Sổ tay hòa giải',
  amount: 200,
  measure: 'cuốn',
  promisedOn: dayIn(world, -10),
  dueOn: dayIn(world, 20),
  ...more,
});

export const addPledge = (world: TestWorld, more: object = {}) =>
  createPledge(world, PledgeInput.parse(books(world, more)));

/** Fifty of them, received yesterday. */
export const part = (world: TestWorld, more: object = {}) => ({
  on: dayIn(world, -1),
  amount: 50,
  receivedBy: 'Văn phòng Sở Tư pháp',
  ...more,
});
