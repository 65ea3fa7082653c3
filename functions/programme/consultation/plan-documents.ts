import type { OfficialDocument } from '../../documents/document';
import { officialNumber } from '../../documents/official';
import type { DocumentTable } from '../../documents/printed';
import type { Authority, Signer } from '../../documents/signer';
import type { Plan, Task } from '../plans/plan';
import { type Consultation, TREATMENTS, type Treated } from './consultation';
import { commentsOf } from './read';
import { TREATMENT_WORD } from './words';

/** `Kế hoạch thực hiện Đề án …` stands under the heading KẾ HOẠCH without its first words. */
const withoutKind = (title: string): string => {
  const rest = title.replace(/^Kế hoạch\s+/iu, '');
  return rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1);
};

/** A legal basis as documents write it. */
const basisLine = (basis: string): string =>
  /^(Căn cứ|Thực hiện|Theo)\s/iu.test(basis) ? basis : `Căn cứ ${basis}`;

/** More names of committees would hide what is to be done. */
const MANY = 4;
const COMMITTEE = 'Ủy ban nhân dân';

/** Bodies by their names; several committees of the people under one name, as plans of a province write them. */
const namesOf = (bodies: Task['lead']): string => {
  const committees = bodies.filter(({ name }) => name.startsWith(COMMITTEE));
  if (committees.length <= MANY) return bodies.map(({ name }) => name).join('; ');
  const others = bodies.filter((body) => !committees.includes(body)).map(({ name }) => name);
  return [...others, `${COMMITTEE} các địa phương`].join('; ');
};

const coordinating = ({ coordinating: bodies, coordinatingWords }: Task): string =>
  [namesOf(bodies), coordinatingWords].filter(Boolean).join('; ');

/** The words of a task, with what it shall reach. */
const wordsOf = ({ words, indicators = [] }: Task): string => {
  const goals = indicators.map(({ name, goal, unit }) => `${name}: ${officialNumber(goal)} ${unit}`);
  return goals.length > 0 ? `${words} Chỉ tiêu: ${goals.join('; ')}.` : words;
};

const tasksTable = (tasks: readonly Task[]): DocumentTable => ({
  columns: [
    { name: 'Mục', share: 7, centred: true },
    { name: 'Nhiệm vụ', share: 37 },
    { name: 'Chủ trì', share: 20 },
    { name: 'Phối hợp', share: 24 },
    { name: 'Thời gian', share: 12 },
  ],
  rows: tasks.map((task) => [
    task.row,
    wordsOf(task),
    namesOf(task.lead),
    coordinating(task),
    task.time ?? '',
  ]),
});

/** Rows below III. say who does what for the whole plan. */
const isOrganisation = ({ row }: Task): boolean => row.startsWith('III.');

const organisation = (tasks: readonly Task[]) =>
  tasks
    .filter(isOrganisation)
    .map(({ lead, words }) => (lead.length > 0 ? { label: namesOf(lead), text: words } : words));

/** `KT. Chủ tịch, Phó Chủ tịch` as the lines above a signature need it. */
const signerOf = (words: string): Signer => {
  const [, authority, principal, title] = /^(KT|TM|TL|TUQ)\. ([^,]+), (.+)$/u.exec(words) ?? [];
  return authority && title
    ? { authority: authority as Authority, principal, title }
    : { authority: 'head', title: words };
};

/** The plan in the form of Nghị định 30/2020/NĐ-CP, issued by the committee above the department. Pure. */
export const planDocument = (plan: Plan, { issuer }: { issuer: string }): OfficialDocument => {
  const duties = organisation(plan.tasks);
  const tasks = plan.tasks.filter((task) => !isOrganisation(task));
  return {
    kind: 'plan',
    issuedBy: 'parent',
    about: withoutKind(plan.title),
    bases: plan.bases.map(basisLine),
    content: [`${issuer} ban hành Kế hoạch với các nội dung sau đây:`],
    sections: [
      {
        heading: 'MỤC ĐÍCH, YÊU CẦU',
        sections: [
          {
            heading: 'Mục đích',
            content: [
              'Nâng cao năng lực cho đội ngũ hòa giải viên ở cơ sở để giải quyết kịp thời, hiệu quả các mâu thuẫn, tranh chấp, vi phạm pháp luật thuộc phạm vi hòa giải ở cơ sở; giảm số vụ việc phải đưa ra Tòa án và các cơ quan nhà nước giải quyết; tiết kiệm thời gian, chi phí của xã hội và của Nhà nước.',
            ],
          },
          {
            heading: 'Yêu cầu',
            content: [
              'Xác định rõ nội dung hoạt động, tiến độ thực hiện và trách nhiệm tổ chức thực hiện các nhiệm vụ, bảo đảm kịp thời, đồng bộ, thống nhất và hiệu quả.',
              'Kết hợp với các chương trình, đề án, kế hoạch khác đang thực hiện tại địa phương để sử dụng tiết kiệm, hiệu quả các nguồn lực.',
            ],
          },
        ],
      },
      {
        heading: 'NỘI DUNG THỰC HIỆN',
        content: [
          `Kế hoạch có ${officialNumber(tasks.length)} nhiệm vụ. Nội dung, đơn vị chủ trì, đơn vị phối hợp và thời gian thực hiện của từng nhiệm vụ nêu tại Phụ lục kèm theo.`,
        ],
      },
      {
        heading: 'TỔ CHỨC THỰC HIỆN',
        content: [
          ...duties,
          'Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị, địa phương phản ánh về Sở Tư pháp để tổng hợp, báo cáo xem xét, giải quyết kịp thời.',
        ],
      },
    ],
    annexes: [
      {
        about: 'Phân công nhiệm vụ và thời gian thực hiện',
        landscape: true,
        content: [{ table: tasksTable(tasks) }],
      },
    ],
    recipients: [
      'Bộ Tư pháp',
      'Thường trực Tỉnh ủy',
      'Thường trực HĐND tỉnh',
      'Chủ tịch, các Phó Chủ tịch UBND tỉnh',
      'Ủy ban MTTQ Việt Nam tỉnh',
      'Các cơ quan, đơn vị, địa phương thực hiện Kế hoạch',
    ],
    ...(plan.signer && { signer: signerOf(plan.signer) }),
  };
};

/** Every comment with what was done about it, body by body; a body that agrees has one row. Pure. */
export const commentRows = (asked: readonly Consultation[]): string[][] =>
  asked.flatMap((one) => {
    if (!one.answer || one.status === 'withdrawn') return [];
    const comments = commentsOf(one);
    if (comments.length === 0) return [[one.bodyName, '', 'Thống nhất với dự thảo.', '']];
    return comments.map(({ row, words, treated }) => [
      one.bodyName,
      row ?? 'Toàn văn',
      words,
      treated ? [TREATMENT_WORD[treated.outcome], treated.reason].filter(Boolean).join('. ') : '',
    ]);
  });

const commentsTable = (asked: readonly Consultation[]): DocumentTable => ({
  columns: [
    { name: 'STT', share: 7, centred: true },
    { name: 'Cơ quan góp ý', share: 23 },
    { name: 'Mục', share: 10, centred: true },
    { name: 'Nội dung góp ý', share: 32 },
    { name: 'Tiếp thu, giải trình', share: 28 },
  ],
  rows: commentRows(asked).map((row, i) => [officialNumber(i + 1), ...row]),
});

/** What was done with comments, inside a sentence. */
const TREATED_WORD: Record<Treated['outcome'], string> = {
  taken: 'tiếp thu',
  partly: 'tiếp thu một phần',
  'not-taken': 'giải trình không tiếp thu',
};

/** How the consultation went, in figures. Pure. */
const consultedWords = (asked: readonly Consultation[]): string[] => {
  const counted = asked.filter(({ status }) => status !== 'withdrawn');
  if (counted.length === 0) return ['Dự thảo chưa được gửi lấy ý kiến.'];
  const bodies = (some: readonly Consultation[]) => new Set(some.map(({ bodyId }) => bodyId)).size;
  const answered = counted.filter(({ answer }) => answer);
  const comments = answered.flatMap(commentsOf);
  const parts = [
    ...TREATMENTS.map((outcome) => ({
      words: TREATED_WORD[outcome],
      count: comments.filter(({ treated }) => treated?.outcome === outcome).length,
    })),
    { words: 'đang xử lý', count: comments.filter(({ treated }) => !treated).length },
  ].filter(({ count }) => count > 0);
  return [
    `Dự thảo Kế hoạch đã được gửi lấy ý kiến ${officialNumber(bodies(counted))} cơ quan, đơn vị, địa phương; ${officialNumber(bodies(answered))} cơ quan đã góp ý, với ${officialNumber(comments.length)} nội dung.`,
    ...(parts.length > 0
      ? [
          `Việc xử lý các nội dung góp ý: ${parts.map(({ words, count }) => `${words} ${officialNumber(count)} nội dung`).join('; ')} (Bảng tổng hợp kèm theo).`,
        ]
      : []),
  ];
};

/** The department's submission with which the draft goes to the committee above it. Pure. */
export const submissionDocument = (
  plan: Plan,
  asked: readonly Consultation[],
  { issuer, department }: { issuer: string; department: string },
): OfficialDocument => {
  const rows = commentRows(asked);
  return {
    kind: 'submission',
    about: `Về việc ban hành ${plan.title}`,
    addressees: [issuer],
    bases: plan.bases.map(basisLine),
    content: [`${department} kính trình ${issuer} xem xét, ban hành ${plan.title} như sau:`],
    sections: [
      {
        heading: 'Sự cần thiết ban hành Kế hoạch',
        content: [
          `Việc ban hành Kế hoạch nhằm triển khai kịp thời, đồng bộ các nhiệm vụ nâng cao năng lực đội ngũ hòa giải viên ở cơ sở năm ${plan.year}; xác định rõ cơ quan chủ trì, cơ quan phối hợp và tiến độ thực hiện.`,
        ],
      },
      { heading: 'Quá trình xây dựng dự thảo', content: consultedWords(asked) },
      {
        heading: 'Nội dung cơ bản của dự thảo',
        content: [
          `Dự thảo Kế hoạch có ${officialNumber(plan.tasks.length)} nhiệm vụ, gồm nội dung thực hiện và tổ chức thực hiện (có dự thảo kèm theo).`,
        ],
      },
      {
        heading: 'Đề xuất',
        content: [`${department} kính trình ${issuer} xem xét, quyết định`],
      },
    ],
    ...(rows.length > 0 && {
      annexes: [
        {
          heading: 'BẢNG TỔNG HỢP',
          about: 'Ý kiến góp ý dự thảo Kế hoạch và việc tiếp thu, giải trình',
          landscape: true,
          content: [{ table: commentsTable(asked) }],
        },
      ],
    }),
  };
};
