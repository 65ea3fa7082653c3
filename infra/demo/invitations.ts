import type * as z from 'zod';
import { answerInvitation } from '../../functions/events/invitations/answer';
import { AnswerInput, type Invitation, InvitationInput } from '../../functions/events/invitations/invitation';
import { invite } from '../../functions/events/invitations/invite';
import { createLetter } from '../../functions/events/letters/keep';
import { parse } from '../../functions/platform/input/parse';
import { linkToken } from '../../functions/platform/keys/link-token';
import { DAY } from '../../functions/platform/time/dates';
import { as, type World } from '../../functions/platform/world/world';
import { at, moment, workday } from './time/calendar';

type Answer = z.input<typeof AnswerInput>;

const lawyers: Answer = {
  answer: 'accepted',
  delegates: [
    { name: 'Phạm Văn Mẫu Khánh', position: 'Phó Chủ tịch Hội', phone: '0900 000 901' },
    { name: 'Lê Thị Mẫu Hạnh', position: 'Ủy viên Thường vụ', phone: '0900 000 902' },
  ],
  support: [
    { kind: 'speaker', detail: 'Báo cáo viên về hòa giải tranh chấp đất đai, 90 phút' },
    { kind: 'materials', detail: '200 bộ sổ tay hòa giải viên' },
  ],
  note: 'Đề nghị ban tổ chức chuẩn bị máy chiếu.',
};
const court: Answer = {
  answer: 'accepted',
  delegates: [{ name: 'Trần Văn Mẫu Minh', position: 'Thẩm phán', phone: '0900 000 903' }],
  support: [{ kind: 'speaker', detail: 'Thủ tục công nhận kết quả hòa giải thành ngoài Tòa án' }],
};
const bar: Answer = {
  answer: 'declined',
  reason: 'Trùng đại hội Đoàn Luật sư; vui lòng cử người tham gia các lớp sau.',
  support: [{ kind: 'advice', detail: 'Tư vấn miễn phí qua điện thoại cho các tổ hòa giải' }],
};
const front: Answer = {
  answer: 'saved',
  delegates: [{ name: 'Võ Thị Mẫu Lan', position: 'Phó Chủ tịch' }],
  note: 'Đang trình lãnh đạo duyệt.',
};

/** Answered, saved, declined, unanswered; the veterans' address bounces. */
const CONFERENCE: [bodyId: string, answer?: Answer][] = [
  ['bod_hlg', lawyers],
  ['bod_tand', court],
  ['bod_dls', bar],
  ['bod_mttq', front],
  ['bod_vksnd'],
  ['bod_hlhpn'],
  ['bod_hnd'],
  ['bod_hccb'],
  [
    'bod_ubnd_goquao',
    { answer: 'accepted', delegates: [{ name: 'Danh Văn Mẫu Tâm', position: 'Phó Chủ tịch' }] },
  ],
];
const MEETING: [bodyId: string, answer?: Answer][] = [
  ['bod_mttq', { answer: 'accepted', delegates: [{ name: 'Võ Thị Mẫu Lan', position: 'Phó Chủ tịch' }] }],
  ['bod_hlg', { answer: 'accepted', support: [{ kind: 'materials', detail: 'Tờ gấp pháp luật, 1.000 tờ' }] }],
  ['bod_dls'],
  ['bod_vpubnd'],
  ['bod_stc', { answer: 'declined', reason: 'Trùng lịch thẩm định dự toán.' }],
  ['bod_dtn'],
];

const answer = async (world: World, invitation: Invitation, said: Answer): Promise<void> => {
  const token = linkToken(world, invitation.id, invitation.turn);
  await answerInvitation(
    as(at(world, world.now() - 3 * DAY), 'public'),
    { token },
    invitation.version,
    parse(AnswerInput, said),
  );
};

/** A letter to three bodies that waits for its signature. */
const seedLetter = async (organizer: World): Promise<void> => {
  const bodyIds = ['bod_hlhpn', 'bod_hnd', 'bod_hccb'];
  const letter = await createLetter(organizer, 'evt_mau_moi', {
    id: 'ltr_mau_moi',
    signer: { authority: 'KT', principal: 'Giám đốc', title: 'Phó Giám đốc', name: 'Nguyễn Thị Mẫu Hoa' },
    members: [],
  });
  await invite(organizer, 'evt_mau_moi', parse(InvitationInput, { bodyIds, hold: true }), letter);
};

/** Bodies were invited ten days ago; some have answered by their link. */
export const seedInvitations = async (organizer: World): Promise<void> => {
  const then = at(organizer, organizer.now() - 10 * DAY);
  for (const [eventId, bodies, respondIn] of [
    ['evt_mau_mo', CONFERENCE, 16],
    ['evt_mau_moi', MEETING, 22],
  ] as const) {
    const input = parse(InvitationInput, {
      bodyIds: bodies.map(([id]) => id),
      seatsOffered: 2,
      respondBy: moment(workday(organizer.now(), respondIn), '17:00'),
    });
    const made = await invite(then, eventId, input);
    for (const [bodyId, said] of bodies)
      if (said) await answer(organizer, made.find((i) => i.bodyId === bodyId)!, said);
  }
  await seedLetter(organizer);
};
