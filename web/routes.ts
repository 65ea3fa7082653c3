import { appealRoutes } from './routes/appeals';
import { confirmationRoutes } from './routes/confirmations';
import { expertRoutes } from './routes/experts';
import { handoutRoutes } from './routes/handouts';
import { inquiryRoutes } from './routes/inquiries';
import { planRoutes } from './routes/plans';
import { pointRoutes } from './routes/points';
import { privacyRoutes } from './routes/privacy';
import { registerRoutes } from './routes/register';
import { reviewRoutes } from './routes/reviews';
import { supportRoutes } from './routes/support';
import { visitRoutes } from './routes/visits';

/** A draft of a document: what it is about, its kind, its number among the drafts of this kind. */
type DocumentAt = { subjectId: string; kind: string; nth: number | string };

/**
 * Every URL of the pages, written once: links, redirects and form actions come from here. Public pages
 * speak Vietnamese at these paths and English below `/en`.
 */
export const routes = {
  home: () => '/',
  event: (id: string) => `/lop/${id}`,
  eventCalendar: (id: string) => `/lop/${id}/lich.ics`,
  register: (id: string) => `/lop/${id}/dang-ky`,
  review: () => '/xem-lai',
  registered: () => '/xem-lai/da-dang-ky',
  reviewed: () => '/xem-lai/dang-ky',
  ownCalendar: () => '/xem-lai/lich.ics',
  correct: () => '/xem-lai/sua',
  changeWay: () => '/xem-lai/doi-hinh-thuc',
  withdraw: () => '/xem-lai/bao-khong-tham-du',
  forgotCode: () => '/xem-lai/quen-ma',
  /** All that is kept of the person, and asking for it to be erased. */
  ownData: () => '/xem-lai/du-lieu',
  ownDataFile: () => '/xem-lai/du-lieu.json',
  askToForget: () => '/xem-lai/xoa-du-lieu',
  /** Takes the registration off this browser. */
  endReview: () => '/xem-lai/xoa-dau',
  /** A registration's own link. */
  ticket: (token: string) => `/phieu/${token}`,
  ticketCalendar: (token: string) => `/phieu/${token}/lich.ics`,
  privacy: () => '/quyen-rieng-tu',
  accessibility: () => '/ho-tro-tiep-can',
  /** Training materials and articles. */
  library: () => '/tai-lieu',
  material: (id: string) => `/tai-lieu/${id}`,
  materialFile: (id: string) => `/tai-lieu/${id}/tep`,
  /** The published materials as an Atom feed, for other portals. */
  libraryFeed: () => '/tai-lieu/tin.atom',
  /** The same as a small page that other portals show in a frame: the only page that may be framed. */
  libraryEmbed: () => '/tai-lieu/nhung',
  legalLinks: () => '/lien-ket-phap-luat',
  textSize: () => '/co-chu',
  unsubscribe: (token: string) => `/thoi-nhan-thu/${token}`,

  /** A partner body's personal link. */
  invitation: (token: string) => `/thu-moi/${token}`,
  invitationAnswer: (token: string, id: string) => `/thu-moi/${token}/${id}`,
  invitationCalendar: (token: string, id: string) => `/thu-moi/${token}/${id}/lich.ics`,
  invitationLetter: (token: string, id: string) => `/thu-moi/${token}/${id}/giay-moi.pdf`,

  ...inquiryRoutes,
  ...planRoutes,
  ...supportRoutes,
  ...pointRoutes,
  ...visitRoutes,
  ...reviewRoutes,
  ...appealRoutes,
  ...handoutRoutes,
  ...confirmationRoutes,
  ...expertRoutes,

  /** The link by which a unit or body names its people. */
  nomination: (token: string) => `/cu-nguoi/${token}`,
  nominationLetter: (token: string) => `/cu-nguoi/${token}/cong-van.pdf`,
  nominationPaste: (token: string) => `/cu-nguoi/${token}/dan-tu-excel`,
  nominationTemplate: (token: string) => `/cu-nguoi/${token}/mau-danh-sach.xlsx`,
  nominationReplace: (token: string, id: string) => `/cu-nguoi/${token}/${id}/thay`,
  nominationSlip: (token: string, id: string) => `/cu-nguoi/${token}/${id}/phieu`,
  nominationSlips: (token: string) => `/cu-nguoi/${token}/in-phieu`,
  nominationWithdraw: (token: string, id: string) => `/cu-nguoi/${token}/${id}/bo`,
  nominationReserve: (token: string) => `/cu-nguoi/${token}/du-bi`,
  nominationSeat: (token: string, id: string) => `/cu-nguoi/${token}/${id}/cu-chinh-thuc`,
  /** The mediators of the unit, to be named. */
  nominationMediators: (token: string) => `/cu-nguoi/${token}/hoa-giai-vien`,
  nominationCall: (token: string) => `/cu-nguoi/${token}/da-bao`,

  signIn: () => '/quan-tri/dang-nhap',
  signInCode: () => '/quan-tri/dang-nhap/ma',
  /** Answers the passkey's challenge; below it, the challenge itself. */
  signInPasskey: () => '/quan-tri/dang-nhap/khoa',
  signInPasskeyAsk: () => '/quan-tri/dang-nhap/khoa/hoi',
  /** Once more, before what guards accounts. */
  signInAgain: () => '/quan-tri/dang-nhap/lai',
  ownSessions: () => '/quan-tri/phien',
  ownSessionEnd: () => '/quan-tri/phien/ket-thuc',
  ownSessionsEndOthers: () => '/quan-tri/phien/ket-thuc-het',
  ownNewToken: () => '/quan-tri/phien/ma-moi',
  /** After the mailed code, of an account with a passkey. */
  signInRecovery: () => '/quan-tri/dang-nhap/khoi-phuc',
  signInAskRecovery: () => '/quan-tri/dang-nhap/khoi-phuc/xin',
  ownRecoveryCode: () => '/quan-tri/khoa-dang-nhap/ma-khoi-phuc',
  consolePasskeys: () => '/quan-tri/khoa-dang-nhap',
  consolePasskeyAsk: () => '/quan-tri/khoa-dang-nhap/hoi',
  consolePasskeyRemove: () => '/quan-tri/khoa-dang-nhap/bo',
  signOut: () => '/quan-tri/dang-xuat',
  signOutEverywhere: () => '/quan-tri/dang-xuat/moi-may',
  console: () => '/quan-tri',
  consoleEvents: () => '/quan-tri/lop',
  consoleNewEvent: () => '/quan-tri/lop/moi',
  consoleEvent: (id: string) => `/quan-tri/lop/${id}`,
  consoleEventDetails: (id: string) => `/quan-tri/lop/${id}/thong-tin`,
  consoleEditEvent: (id: string) => `/quan-tri/lop/${id}/sua`,
  consolePreview: (id: string) => `/quan-tri/lop/${id}/xem-truoc`,
  consoleDuplicate: (id: string) => `/quan-tri/lop/${id}/nhan-ban`,
  consolePublish: (id: string) => `/quan-tri/lop/${id}/cong-bo`,
  consolePostpone: (id: string) => `/quan-tri/lop/${id}/hoan`,
  consoleCancel: (id: string) => `/quan-tri/lop/${id}/huy`,
  consoleDiscard: (id: string) => `/quan-tri/lop/${id}/bo-nhap`,
  consoleSeats: (id: string) => `/quan-tri/lop/${id}/cho`,
  consoleRemind: (id: string) => `/quan-tri/lop/${id}/nhac`,
  /** The organizer's messages to groups of an event. */
  consoleBroadcasts: (id: string) => `/quan-tri/lop/${id}/thong-bao`,
  consoleNewBroadcast: (id: string) => `/quan-tri/lop/${id}/thong-bao/soan`,
  consoleTemplates: (id: string) => `/quan-tri/lop/${id}/thong-bao/mau`,
  consoleBroadcast: (id: string) => `/quan-tri/thong-bao/${id}`,
  consoleBroadcastWithdraw: (id: string) => `/quan-tri/thong-bao/${id}/rut-lai`,
  consoleRegistrations: (id: string) => `/quan-tri/lop/${id}/dang-ky`,
  consoleMany: (id: string) => `/quan-tri/lop/${id}/dang-ky/nhieu-nguoi`,
  consoleRegister: (id: string) => `/quan-tri/lop/${id}/dang-ky/moi`,
  consoleImport: (id: string) => `/quan-tri/lop/${id}/dang-ky/nhap`,
  consoleImportRun: (id: string) => `/quan-tri/nhap/${id}`,
  consoleImportUndo: (id: string) => `/quan-tri/nhap/${id}/hoan-tac`,
  consoleListTemplate: () => '/quan-tri/mau-danh-sach.xlsx',
  consoleExport: (id: string, format: 'xlsx' | 'csv') => `/quan-tri/lop/${id}/dang-ky.${format}`,
  consoleSignInSheet: (id: string) => `/quan-tri/lop/${id}/danh-sach-ky-nhan`,
  consoleMoneyList: (id: string) => `/quan-tri/lop/${id}/ky-nhan-tien`,
  consoleMoneyListFile: (id: string, format: string) => `/quan-tri/lop/${id}/ky-nhan-tien.${format}`,
  consoleEventBudget: (id: string) => `/quan-tri/lop/${id}/kinh-phi`,
  consoleCheckIn: (id: string) => `/quan-tri/lop/${id}/diem-danh`,
  consoleWalkIn: (id: string) => `/quan-tri/lop/${id}/diem-danh/them`,
  consoleRegistration: (id: string) => `/quan-tri/dang-ky/${id}`,
  consoleDecide: (
    id: string,
    verb: 'duyet' | 'xep' | 'tu-choi' | 'huy' | 'thay' | 'chuyen' | 'sua' | 'han-che',
  ) => `/quan-tri/dang-ky/${id}/${verb}`,
  /** All that is kept of the person of a registration, and erasing it. */
  ...privacyRoutes,
  consoleNominations: (id: string) => `/quan-tri/lop/${id}/cu-nguoi`,
  consoleRequest: (id: string) => `/quan-tri/lop/${id}/cu-nguoi/cong-van`,
  consoleRequestDraft: (id: string) => `/quan-tri/lop/${id}/cu-nguoi/cong-van.docx`,
  consoleNomination: (id: string) => `/quan-tri/cu-nguoi/${id}`,
  /** The signed công văn that a nomination has, also one that says an older date. */
  consoleNominationSigned: (id: string) => `/quan-tri/cu-nguoi/${id}/cong-van.pdf`,
  consoleNominationReissue: (id: string) => `/quan-tri/cu-nguoi/${id}/cap-lai`,
  consoleNominationRevoke: (id: string) => `/quan-tri/cu-nguoi/${id}/thu-hoi`,
  /** An officer's own quota: the same pages as behind its link, and one more. */
  consoleQuota: (id: string) => `/quan-tri/chi-tieu/${id}`,
  consoleQuotaPart: (
    id: string,
    part:
      | 'dan-tu-excel'
      | 'mau-danh-sach.xlsx'
      | 'cong-van.pdf'
      | 'in-phieu'
      | 'da-bao'
      | 'du-bi'
      | 'hoa-giai-vien',
  ) => `/quan-tri/chi-tieu/${id}/${part}`,
  consoleNominee: (id: string, person: string, verb: 'sua' | 'thay' | 'bo' | 'phieu' | 'cu-chinh-thuc') =>
    `/quan-tri/chi-tieu/${id}/${person}/${verb}`,
  consoleInvitations: (id: string) => `/quan-tri/lop/${id}/thu-moi`,
  consoleInvite: (id: string) => `/quan-tri/lop/${id}/thu-moi/gui`,
  consoleInvitation: (id: string) => `/quan-tri/thu-moi/${id}`,
  consoleInvitationLetter: (id: string) => `/quan-tri/thu-moi/${id}/giay-moi.docx`,
  consoleInvitationSigned: (id: string) => `/quan-tri/thu-moi/${id}/ban-ky`,
  consoleInvitationAnswer: (id: string) => `/quan-tri/thu-moi/${id}/tra-loi`,
  consoleInvitationRevoke: (id: string) => `/quan-tri/thu-moi/${id}/thu-hoi`,
  consoleInvitationResend: (id: string) => `/quan-tri/thu-moi/${id}/gui-lai`,
  consoleInvitationRemind: (id: string) => `/quan-tri/thu-moi/${id}/nhac`,
  /** A giấy mời that goes to many. */
  consoleLetter: (id: string) => `/quan-tri/van-ban/${id}`,
  consoleLetterDraft: (id: string) => `/quan-tri/van-ban/${id}/du-thao.docx`,
  consoleLetterAddendum: (id: string) => `/quan-tri/van-ban/${id}/danh-sach-bo-sung.docx`,
  consoleLetterEdit: (id: string) => `/quan-tri/van-ban/${id}/sua`,
  consoleLetterAdd: (id: string) => `/quan-tri/van-ban/${id}/them`,
  consoleLetterSigned: (id: string) => `/quan-tri/van-ban/${id}/ban-ky`,
  consoleLetterUnsign: (id: string) => `/quan-tri/van-ban/${id}/go-ban-ky`,
  consoleLetterSend: (id: string) => `/quan-tri/van-ban/${id}/gui`,
  consoleBodies: () => '/quan-tri/co-quan',
  consoleNewBody: () => '/quan-tri/co-quan/moi',
  consoleBodiesImport: () => '/quan-tri/co-quan/nhap',
  consoleBody: (id: string) => `/quan-tri/co-quan/${id}`,
  consoleBodyMail: (id: string) => `/quan-tri/co-quan/${id}/gui-duoc`,
  consoleLibrary: () => '/quan-tri/thu-vien',
  consoleNewMaterial: () => '/quan-tri/thu-vien/moi',
  consoleMaterial: (id: string) => `/quan-tri/thu-vien/tai-lieu/${id}`,
  consoleMaterialUpload: (id: string) => `/quan-tri/thu-vien/tai-lieu/${id}/tep`,
  consoleMaterialOpenFile: (id: string) => `/quan-tri/thu-vien/tai-lieu/${id}/mo-tep`,
  consoleMaterialPublish: (id: string) => `/quan-tri/thu-vien/tai-lieu/${id}/dang`,
  consoleMaterialWithdraw: (id: string) => `/quan-tri/thu-vien/tai-lieu/${id}/go`,
  consoleLegalLinks: () => '/quan-tri/thu-vien/lien-ket',
  consoleNewLegalLink: () => '/quan-tri/thu-vien/lien-ket/moi',
  consoleLegalLink: (id: string) => `/quan-tri/thu-vien/lien-ket/${id}`,
  consoleLegalLinkCheck: (id: string) => `/quan-tri/thu-vien/lien-ket/${id}/kiem-tra`,
  consoleLegalLinkDelete: (id: string) => `/quan-tri/thu-vien/lien-ket/${id}/xoa`,
  consolePublications: () => '/quan-tri/thu-vien/noi-dang',
  consolePublicationDelete: (id: string) => `/quan-tri/thu-vien/noi-dang/${id}/xoa`,
  ...registerRoutes,
  consoleCalls: () => '/quan-tri/can-goi',
  consoleDeliveries: () => '/quan-tri/thu-da-gui',
  /** One mail as it went, or the words of one call. */
  consoleDelivery: (id: string) => `/quan-tri/thu-da-gui/${id}`,
  consoleProgramme: () => '/quan-tri/nhiem-vu',
  consolePlan: (id: string) => `/quan-tri/nhiem-vu/${id}`,
  consoleDashboard: (id: string, page: '' | '/mot-trang' | '/muc-tieu' = '') =>
    `/quan-tri/nhiem-vu/${id}/tong-quan${page}`,
  consoleTimeline: (id: string) => `/quan-tri/nhiem-vu/${id}/tien-do`,
  consoleBudget: (id: string) => `/quan-tri/nhiem-vu/${id}/kinh-phi`,
  consoleNewBudgetLine: (id: string) => `/quan-tri/nhiem-vu/${id}/kinh-phi/moi`,
  consoleBudgetLine: (id: string, line: string) => `/quan-tri/nhiem-vu/${id}/kinh-phi/${line}`,
  consoleBudgetLineRemove: (id: string, line: string) => `/quan-tri/nhiem-vu/${id}/kinh-phi/${line}/bo`,
  consoleAccounts: () => '/quan-tri/tai-khoan',
  consoleNewAccount: () => '/quan-tri/tai-khoan/moi',
  consoleAccount: (id: string) => `/quan-tri/tai-khoan/${id}`,
  consoleAccountSuspend: (id: string) => `/quan-tri/tai-khoan/${id}/tam-khoa`,
  consoleAccountReopen: (id: string) => `/quan-tri/tai-khoan/${id}/mo-lai`,
  consoleAccountSignOut: (id: string) => `/quan-tri/tai-khoan/${id}/dang-xuat`,
  consoleAccountMail: (id: string) => `/quan-tri/tai-khoan/${id}/gui-lai-thu`,
  consoleRecoveries: () => '/quan-tri/khoi-phuc',
  consoleRecoveryRelease: (id: string) => `/quan-tri/khoi-phuc/${id}/cho-phep`,
  consoleRecoveryRefuse: (id: string) => `/quan-tri/khoi-phuc/${id}/tu-choi`,
  consoleDocument: ({ subjectId, kind, nth }: DocumentAt) => `/quan-tri/van-ban/${subjectId}/${kind}/${nth}`,
  consoleDocumentSigned: ({ subjectId, kind, nth }: DocumentAt) =>
    `/quan-tri/van-ban/${subjectId}/${kind}/${nth}/da-ky`,
  /** How documents name the office. */
  consoleOffice: () => '/quan-tri/thong-tin-co-quan',
  /** How long people's data are kept. */
  consoleRetention: () => '/quan-tri/thoi-han-luu',
  consoleUnits: () => '/quan-tri/dia-ban',
  consoleUnitsImport: () => '/quan-tri/dia-ban/nhap',
  consoleTiles: () => '/quan-tri/dia-ban/ban-do',
  consoleUnit: (id: string) => `/quan-tri/dia-ban/${id}`,
  consoleUnitEnd: (id: string) => `/quan-tri/dia-ban/${id}/ket-thuc`,
  consoleUnitPilot: (id: string) => `/quan-tri/dia-ban/${id}/chi-dao-diem`,
} as const;
