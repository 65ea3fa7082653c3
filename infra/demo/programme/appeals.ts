import { inquiryToken } from '../../../functions/inquiries/read';
import { DAY, iso, localDate, ms } from '../../../functions/platform/time/dates';
import { as, type World } from '../../../functions/platform/world/world';
import { answerAppeal } from '../../../functions/programme/appeals/answer';
import type { AppealInput, AppealSaid, Asked } from '../../../functions/programme/appeals/appeal';
import { closeAppeal } from '../../../functions/programme/appeals/close';
import { createAppeal } from '../../../functions/programme/appeals/save';
import { sendAppeal } from '../../../functions/programme/appeals/send';
import { takeAppealAnswer } from '../../../functions/programme/appeals/take';
import { at } from '../time/calendar';

const POSITION = 'Chánh Văn phòng';

const gives = (gifts: AppealSaid['gifts'], by: string): AppealSaid => ({
  stance: 'gives',
  gifts,
  by,
  position: POSITION,
});

const answerAs = (world: World, asked: Asked, said: AppealSaid): Promise<Asked> =>
  answerAppeal(as(world, 'public'), inquiryToken(world, asked), { version: asked.version, said });

/** The call of 2021 for the pilot communes: answered, promised, closed. */
const seedPast = async (organizer: World): Promise<void> => {
  const on = (day: string) => at(organizer, ms(`${day}T09:00:00+07:00`));
  const { id, version } = await createAppeal(
    on('2021-02-08'),
    {
      title: 'Hỗ trợ tài liệu và tư vấn cho các xã chỉ đạo điểm năm 2021',
      words:
        'Năm 2021, tỉnh chọn một số xã của huyện Gò Quao thực hiện chỉ đạo điểm. Hòa giải viên của các xã này cần tài liệu nghiệp vụ và được tư vấn khi có vụ, việc phức tạp (nội dung mẫu).',
      needs: [
        { kind: 'materials', words: 'Sổ tay hòa giải ở cơ sở', amount: 200, measure: 'cuốn' },
        { kind: 'advice', words: 'Tư vấn pháp luật tại xã', amount: 4, measure: 'buổi' },
      ],
      unitId: 'unt_goquao',
      dueOn: '2021-03-05',
    },
    { id: 'apl_2021_tai_lieu', sample: true },
  );
  const bodies = { bod_hlg: 'inq_2021_van_dong_hlg', bod_tttvpl: 'inq_2021_van_dong_tttvpl' };
  const idOf = (bodyId: string) => bodies[bodyId as keyof typeof bodies];
  const asked = await sendAppeal(on('2021-02-10'), { id, version }, Object.keys(bodies), { idOf });
  const [lawyers, centre] = ['bod_hlg', 'bod_tttvpl'].map((body) => asked.find((a) => a.bodyId === body)!);
  const first = await answerAs(on('2021-02-24'), lawyers!, gives([{ need: 1, amount: 150 }], '2021-04-15'));
  const second = await answerAs(on('2021-03-02'), centre!, {
    stance: 'declines',
    gifts: [],
    words: 'Trung tâm chưa bố trí được người trong quý I (nội dung mẫu).',
    position: 'Phó Giám đốc',
  });
  for (const answer of [first, second]) await takeAppealAnswer(on('2021-03-08'), answer);
  await closeAppeal(on('2021-03-10'), { id, version: version + 1 }, 'Hội Luật gia hỗ trợ 150 cuốn sổ tay.');
};

interface Sample {
  id: string;
  title: string;
  needs: AppealInput['needs'];
  /** What each body is asked by which id, and its answer. */
  bodies?: Readonly<Record<string, string>>;
  answers?: Readonly<Record<string, AppealSaid['gifts']>>;
}

const CHAIRS = [{ kind: 'rooms', words: 'Hội trường cho lớp tập huấn', amount: 2, measure: 'ngày' }] as const;
const BOOKS = [
  { kind: 'materials', words: 'Sổ tay pháp luật về đất đai', amount: 400, measure: 'cuốn' },
  { kind: 'money', words: 'Kinh phí in tờ gấp song ngữ', amount: 20_000_000 },
] as const;

const SAMPLES: readonly Sample[] = [
  {
    id: 'apl_mau_sach',
    title: 'Thư vận động mẫu: sổ tay và tờ gấp cho hòa giải viên',
    needs: [...BOOKS],
    bodies: { bod_dls: 'inq_van_dong_tra_loi', bod_hlg: 'inq_van_dong_cho', bod_mttq: 'inq_van_dong_nhap' },
    answers: { bod_dls: [{ need: 1, amount: 250 }] },
  },
  { id: 'apl_mau_sua', title: 'Thư vận động mẫu: xe đưa đoàn về các xã đảo', needs: [...CHAIRS] },
  { id: 'apl_mau_gui', title: 'Thư vận động mẫu: hội trường tại các huyện', needs: [...CHAIRS] },
  {
    id: 'apl_mau_ket_thuc',
    title: 'Thư vận động mẫu: báo cáo viên về bình đẳng giới',
    needs: [{ kind: 'trainers', words: 'Báo cáo viên về bình đẳng giới', amount: 1, measure: 'người' }],
    bodies: { bod_hlhpn: 'inq_van_dong_hlhpn' },
  },
];

/** Calls for support: that of 2021, and samples in each state. */
export const seedAppeals = async (organizer: World): Promise<void> => {
  await seedPast(organizer);
  const now = organizer.now();
  const then = at(organizer, now - 6 * DAY);
  for (const { id, title, needs, bodies, answers = {} } of SAMPLES) {
    const words = 'Kính mong quý cơ quan hỗ trợ hoạt động hòa giải ở cơ sở (nội dung mẫu).';
    const input = { title, words, needs: [...needs], dueOn: localDate(now + 15 * DAY) };
    const { version } = await createAppeal(then, input, { id, sample: true });
    if (!bodies) continue;
    const idOf = (bodyId: string) => bodies[bodyId]!;
    const asked = await sendAppeal(then, { id, version }, Object.keys(bodies), { idOf });
    for (const one of asked) {
      const gifts = answers[one.bodyId];
      const by = localDate(iso(now + 60 * DAY));
      if (gifts) await answerAs(at(organizer, now - 2 * DAY), one, gives(gifts, by));
    }
  }
};
