import { createLegalLink } from '../../functions/library/legal-links/save';
import type { MaterialInput } from '../../functions/library/materials/material';
import { publishMaterial } from '../../functions/library/materials/publish';
import { createMaterial } from '../../functions/library/materials/save';
import { createPublication } from '../../functions/library/publications/log';
import type { World } from '../../functions/platform/world/world';

/** Invented materials, each with its id and whether the public sees it. */
const MATERIALS: readonly { id: string; published: boolean; input: MaterialInput }[] = [
  {
    id: 'mat_mau_ky_nang',
    published: true,
    input: {
      title: 'Kỹ năng lắng nghe và đặt câu hỏi khi hòa giải (mẫu)',
      summary: 'Gợi ý ngắn cho hòa giải viên mới: lắng nghe, đặt câu hỏi, tóm tắt lại.',
      kind: 'article',
      topics: ['skills', 'neighbours'],
      language: 'vi',
      format: 'text',
      authorId: 'bod_stp',
      text: [
        'Bài này là dữ liệu mẫu, không phải tài liệu chính thức.',
        '## Lắng nghe',
        'Để mỗi bên nói hết ý. Không ngắt lời, không vội kết luận ai đúng, ai sai.',
        '## Đặt câu hỏi',
        '- Chuyện bắt đầu từ khi nào?\n- Ông/bà mong muốn điều gì?\n- Điều gì ông/bà có thể nhường?',
        '## Tóm tắt lại',
        'Nhắc lại bằng lời của mình điều vừa nghe và hỏi: “Tôi hiểu như vậy có đúng không?”',
      ].join('\n\n'),
    },
  },
  {
    id: 'mat_mau_video',
    published: true,
    input: {
      title: 'Một buổi hòa giải tranh chấp ranh giới đất (video mẫu)',
      summary: 'Tình huống dựng lại: hai gia đình liền kề thống nhất lại ranh giới.',
      kind: 'material',
      topics: ['land', 'skills'],
      language: 'vi',
      format: 'video',
      authorId: 'bod_hlg',
      url: 'https://video.example/hoa-giai-mau',
      text: 'Bản ghi mẫu. Hòa giải viên mời hai gia đình cùng xem lại sơ đồ thửa đất.',
    },
  },
  {
    id: 'mat_mau_nhap',
    published: false,
    input: {
      title: 'Đề nghị Tòa án công nhận kết quả hòa giải thành (bản nháp mẫu)',
      summary: 'Các bước chuẩn bị, để cán bộ xem trước khi đăng.',
      kind: 'material',
      topics: ['court-recognition'],
      language: 'vi',
      format: 'text',
      authorId: 'bod_tand',
      text: 'Bản nháp mẫu: nội dung do cơ quan có thẩm quyền biên soạn.',
    },
  },
];

/** The library of the demo, marked as samples. */
export const seedLibrary = async (world: World): Promise<void> => {
  for (const { id, published, input } of MATERIALS) {
    await createMaterial(world, input, { id, sample: true });
    if (published) await publishMaterial(world, id, 1);
  }
  await createLegalLink(
    world,
    {
      title: 'Cơ sở dữ liệu quốc gia về văn bản pháp luật',
      note: 'Tra cứu luật, nghị định, thông tư theo số, tên và lĩnh vực.',
      url: 'https://vbpl.vn/',
      topics: ['mediation-law', 'land', 'family'],
    },
    { id: 'lnk_mau_vbpl', sample: true },
  );
  await createLegalLink(
    world,
    {
      title: 'Trang tra cứu mẫu',
      note: 'Liên kết mẫu, không dẫn tới trang có thật.',
      url: 'https://tra-cuu.example/',
      topics: ['other'],
    },
    { id: 'lnk_mau_khac', sample: true },
  );
  await createPublication(
    world,
    {
      materialId: 'mat_mau_ky_nang',
      portal: 'Cổng thông tin điện tử mẫu',
      url: 'https://cong.example/hoa-giai',
      day: '2021-05-20',
    },
    { id: 'pub_mau', sample: true },
  );
};
