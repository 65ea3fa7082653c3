import { inquiryToken } from '../../../functions/inquiries/read';
import { answerAppeal } from '../../../functions/programme/appeals/answer';
import {
  type Appeal,
  AppealInput,
  AppealSaid,
  type Asked,
} from '../../../functions/programme/appeals/appeal';
import { createAppeal } from '../../../functions/programme/appeals/save';
import { sendAppeal } from '../../../functions/programme/appeals/send';
import { addBody } from '../../support/bodies';
import type { TestWorld } from '../../support/world';
import { dayIn } from '../pledges/scene';

/** Books and money, asked for until in twenty days. */
export const appealInput = (world: TestWorld, more: object = {}) => ({
  title: 'Hỗ trợ tài liệu cho xã điểm',
  words: 'Hòa giải viên cần tài liệu.',
  needs: [
    { kind: 'materials', words: 'Sổ tay hòa giải', amount: 200, measure: 'cuốn' },
    { kind: 'money', words: 'Kinh phí in tờ gấp', amount: 10_000_000 },
  ],
  dueOn: dayIn(world, 20),
  ...more,
});

export const addAppeal = (world: TestWorld, more: object = {}): Promise<Appeal> =>
  createAppeal(world, AppealInput.parse(appealInput(world, more)));

let bodies = 0;

/** An appeal that was sent to so many new bodies. */
export const sentAppeal = async (
  world: TestWorld,
  { to = 1, more = {}, body = {} }: { to?: number; more?: object; body?: object } = {},
): Promise<{ appeal: Appeal; asked: Asked[] }> => {
  const appeal = await addAppeal(world, more);
  const ids: string[] = [];
  for (let i = 0; i < to; i++) ids.push((await addBody(world, `Cơ quan mẫu ${++bodies}`, body)).id);
  const asked = await sendAppeal(world, { id: appeal.id, version: 1 }, ids);
  return { appeal: { ...appeal, version: 2 }, asked };
};

/** The body gives books by its link. */
export const giveBooks = (
  world: TestWorld,
  asked: Asked,
  amount: number,
  more: object = {},
): Promise<Asked> =>
  answerAppeal(world, inquiryToken(world, asked), {
    version: asked.version,
    said: AppealSaid.parse({
      stance: 'gives',
      gifts: [{ need: 1, amount }],
      by: dayIn(world, 30),
      position: 'Chánh Văn phòng',
      ...more,
    }),
  });
