import { openFile } from '../../functions/library/files/open';
import { addFile } from '../../functions/library/files/upload';
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
      taskId: 'tsk_2021_ii4b',
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
  await seedFile(world);
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

/** A small PDF that says in its own text that it is a sample. */
const samplePdf = (): Uint8Array => {
  const text = 'BT /F1 18 Tf 60 760 Td (Tai lieu mau - du lieu mau cua he thong) Tj ET';
  const parts = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${text.length}>>stream\n${text}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let pdf = '%PDF-1.4\n';
  const places = parts.map((part, i) => {
    const at = pdf.length;
    pdf += `${i + 1} 0 obj${part}endobj\n`;
    return at;
  });
  const xref = pdf.length;
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  pdf += `xref\n0 6\n0000000000 65535 f \n${rows}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(pdf, 'latin1');
};

/** A material with a file, and an upload that waits to be kept. */
const seedFile = async (world: World): Promise<void> => {
  const id = 'mat_mau_tep';
  await createMaterial(
    world,
    {
      title: 'Sổ tay hòa giải viên (tệp mẫu)',
      summary: 'Một trang, để xem cách tải tệp; không phải tài liệu chính thức.',
      kind: 'material',
      topics: ['mediation-law', 'skills'],
      language: 'vi',
      format: 'pdf',
      authorId: 'bod_stp',
    },
    { id, sample: true },
  );
  for (const upload of ['upl_mau', 'upl_mau_moi'])
    await world.files.put(`incoming/${id}/${upload}`, samplePdf(), 'application/pdf');
  await addFile(world, id, 'upl_mau');
  const { version } = await openFile(world, id, 'upl_mau', 'Tệp mẫu do hệ thống lập.');
  await publishMaterial(world, id, version);
};
