/** How a kind of document is numbered, headed and signed (Nghị định 30/2020/NĐ-CP, Annexes I and III). */
interface KindForm {
  /** In capitals below the head. */
  heading: string;
  /** Within a sentence. */
  words: string;
  /** Before the issuer's code: `Số: …/BC-STP`. Absent: a kind that has no number. */
  code?: string;
  /** Where place and date stand. Minutes say in their text when and where. */
  dated: 'head' | 'foot' | 'text';
  /** Who signs: the head of the issuer or a deputy; or two people side by side. */
  signed: 'signer' | readonly [left: string, right: string];
  /** Its text ends with `./.` */
  ended?: true;
  /** Has the office's address at the foot of its first page. */
  address?: true;
  /** Wide pages, for tables with many columns. */
  landscape?: true;
}

export const KIND_FORMS = {
  plan: { heading: 'KẾ HOẠCH', words: 'kế hoạch', code: 'KH', dated: 'head', signed: 'signer', ended: true },
  submission: {
    heading: 'TỜ TRÌNH',
    words: 'tờ trình',
    code: 'TTr',
    dated: 'head',
    signed: 'signer',
    ended: true,
  },
  report: { heading: 'BÁO CÁO', words: 'báo cáo', code: 'BC', dated: 'head', signed: 'signer', ended: true },
  notice: {
    heading: 'THÔNG BÁO',
    words: 'thông báo',
    code: 'TB',
    dated: 'head',
    signed: 'signer',
    ended: true,
  },
  conclusion: {
    heading: 'KẾT LUẬN KIỂM TRA',
    words: 'kết luận kiểm tra',
    code: 'KL',
    dated: 'head',
    signed: 'signer',
    ended: true,
  },
  minutes: {
    heading: 'BIÊN BẢN',
    words: 'biên bản',
    code: 'BB',
    dated: 'text',
    signed: ['THƯ KÝ', 'CHỦ TỌA'],
  },
  list: {
    heading: 'DANH SÁCH',
    words: 'danh sách',
    dated: 'foot',
    signed: ['NGƯỜI LẬP DANH SÁCH', 'THỦ TRƯỞNG ĐƠN VỊ'],
  },
  'money-list': {
    heading: 'DANH SÁCH KÝ NHẬN TIỀN',
    words: 'danh sách ký nhận tiền',
    dated: 'foot',
    signed: ['NGƯỜI CHI TIỀN', 'NGƯỜI LẬP DANH SÁCH'],
    landscape: true,
  },
  thanks: { heading: 'THƯ CẢM ƠN', words: 'thư cảm ơn', dated: 'head', signed: 'signer', address: true },
  appeal: { heading: 'THƯ VẬN ĐỘNG', words: 'thư vận động', dated: 'head', signed: 'signer', address: true },
  invitation: {
    heading: 'GIẤY MỜI',
    words: 'giấy mời',
    code: 'GM',
    dated: 'head',
    signed: 'signer',
    address: true,
  },
} as const satisfies Record<string, KindForm>;

export type DocumentKind = keyof typeof KIND_FORMS;
export const DOCUMENT_KINDS = Object.keys(KIND_FORMS) as [DocumentKind, ...DocumentKind[]];

/** How a kind is numbered, headed and signed. */
export const formOf = (kind: DocumentKind): KindForm => KIND_FORMS[kind];
