import { findByCode } from '../../../functions/events/registrations/find';
import { inquiryToken } from '../../../functions/inquiries/read';
import { DAY, localDate } from '../../../functions/platform/time/dates';
import { as, type World } from '../../../functions/platform/world/world';
import { answerSupportRequest } from '../../../functions/support/answer';
import { askForSupport, createSupportRequest } from '../../../functions/support/create';
import { passSupportRequest } from '../../../functions/support/pass';
import type { SupportType } from '../../../functions/support/request';
import { at } from '../time/calendar';

interface Sample {
  id: string;
  ago: number;
  type: SupportType;
  words: string;
  /** Asked by an officer for a team; else by the mediator of the first sample registration. */
  team?: string;
  bodyId?: string;
  answered?: string;
}

const SAMPLES: readonly Sample[] = [
  {
    id: 'sup_ho_tro_moi',
    ago: 1,
    type: 'court',
    words:
      'Hai bên đã hòa giải thành về chia tài sản. Cần hướng dẫn hồ sơ đề nghị Tòa án công nhận (nội dung mẫu).',
    team: 'Tổ hòa giải ấp Mẫu Hòa',
  },
  {
    id: 'sup_ho_tro_cho',
    ago: 6,
    type: 'land',
    words:
      'Hai hộ liền kề tranh chấp ranh đất, giấy tờ không ghi số đo cạnh. Cần hướng dẫn xác minh (nội dung mẫu).',
    bodyId: 'bod_tand',
  },
  {
    id: 'sup_ho_tro_nhap',
    ago: 8,
    type: 'complex',
    words: 'Nhiều hộ cùng dùng một con mương, bất đồng kéo dài nhiều năm (nội dung mẫu).',
    team: 'Tổ hòa giải ấp Mẫu Bình',
    bodyId: 'bod_dls',
  },
  {
    id: 'sup_ho_tro_ket_thuc',
    ago: 14,
    type: 'value',
    words: 'Vay nhiều lần không có giấy tờ, số tiền lớn. Hỏi cách đối chiếu và ghi biên bản (nội dung mẫu).',
    bodyId: 'bod_dls',
    answered:
      'Lập bảng đối chiếu từng lần vay có chữ ký của hai bên, rồi ghi biên bản hòa giải (nội dung mẫu).',
  },
];

/** Requests for support in every state. */
export const seedSupport = async (world: World, organizer: World): Promise<void> => {
  const { registration } = await findByCode(organizer, { code: '900000001', phone: '0900000001' });
  for (const { id, ago, type, words, team, bodyId, answered } of SAMPLES) {
    const then = organizer.now() - ago * DAY;
    const how = { id, sample: true } as const;
    if (team)
      await createSupportRequest(
        at(organizer, then),
        { type, words, unitId: 'unt_mau_1', teamName: team },
        how,
      );
    else await askForSupport(as(at(world, then), 'public'), registration, { type, words }, how);
    if (!bodyId) continue;
    const dueOn = localDate(organizer.now() + (14 - ago) * DAY);
    const { inquiry } = await passSupportRequest(at(organizer, then + DAY / 2), id, { bodyId, dueOn });
    if (!answered) continue;
    const later = as(at(organizer, then + 3 * DAY), 'public');
    await answerSupportRequest(later, inquiryToken(later, inquiry!), inquiry!.version, {
      how: 'words',
      words: answered,
      position: 'Luật sư tư vấn',
    });
  }
};
