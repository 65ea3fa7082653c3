/**
 * The words in the addresses and forms that people see. They are Vietnamese and stay as they are, because
 * people keep addresses; the code knows them by these names.
 */

/** Names in the query of an address. */
export const QUERY = {
  // what a list shows
  search: 'tim',
  /** The registrations that are ticked in a list. */
  chosen: 'nguoi',
  /** What is to be done with them. */
  act: 'viec',
  /** Every row of the page is ticked: for browsers without scripts. */
  allChosen: 'chon-het',
  kind: 'loai',
  place: 'noi',
  area: 'dia-ban',
  month: 'thang',
  year: 'nam',
  day: 'ngay',
  status: 'tinh-trang',
  way: 'hinh-thuc',
  presence: 'co-mat',
  need: 'nhu-cau',
  /** The registrations of one network and day. */
  network: 'mang',
  order: 'sap-xep',
  shown: 'xem',
  session: 'buoi',
  columns: 'cot',
  body: 'co-quan',
  /** In days. */
  age: 'so-ngay',
  shelf: 'muc',
  topic: 'chu-de',
  upload: 'tai-len',
  materialLanguage: 'tieng',
  /** The text that a message begins with. */
  template: 'mau',
  /** The group that is ticked at the beginning. */
  group: 'nhom',
  quotaLevel: 'cap',
  neverTrained: 'chua-tap-huan',
  caller: 'ai-goi',
  urgent: 'gap',
  event: 'lop',
  /** The task of a plan that a new event serves. */
  task: 'nhiem-vu',
  /** In đồng, for each person and day. */
  rate: 'muc',
  purpose: 'noi-dung',
  page: 'trang',
  cursor: 'tiep',
  role: 'vai-tro',
  /** What a team lacks. */
  gap: 'thieu',
  // what was just done
  done: 'xong',
  /** With how many. */
  count: 'so',
  /** The names of those for whom it was refused. */
  leftOut: 'tru',
  saved: 'da-luu',
  sent: 'da-gui',
  drafted: 'da-soan',
  /** Which of several files. */
  file: 'tep',
  unitAdded: 'moi',
  checkedIn: 'vua',
  /** The person was checked in before. */
  repeated: 'lai',
  /** The date on which another day than today was meant. */
  meant: 'dung',
  /** The act that ticked lines of the call list. */
  callTicked: 'da',
  callUndone: 'dua-lai',
  callNoted: 'ghi',
  /** The line that follows the one that was ticked: the reader goes on there. */
  nextLine: 'ke',
  // ways
  back: 've',
  challenge: 'lan',
  textSize: 'co',
  language: 'ngon-ngu',
  /** The form is for another person than the one that this browser knows. */
  otherPerson: 'nguoi-khac',
  /** The other one of two records of a person. */
  otherRecord: 'ho-so',
  /** In the action of a form: a browser that goes to the same address again forgets the page, and Back skips it. */
  sending: 'gui',
  // which registration a page shows, and what proves it to a reader without cookies
  registration: 'dk',
  proof: 'phieu',
} as const;

/** Values of `QUERY.done`. */
export const DONE = {
  corrected: 'sua',
  correctedEverywhere: 'sua-moi-noi',
  restricted: 'han-che',
  unrestricted: 'bo-han-che',
  cancelled: 'huy',
  withdrawn: 'tu-bao',
  wayChanged: 'hinh-thuc',
  codeAsked: '1',
  ended: 'xoa-dau',
  created: 'tao',
  saved: 'luu',
  published: 'cong-bo',
  unpublished: 'go-dang',
  checkAsked: 'kiem-tra',
  fileAdded: 'them-tep',
  fileOpened: 'mo-tep',
  removed: 'xoa',
  resumed: 'mo-lai',
  postponed: 'hoan',
  dateMoved: 'doi-lich',
  timeOrPlaceChanged: 'doi',
  unitEnded: 'sap-xep',
  addressWorks: 'dia-chi',
  recognised: 'cong-nhan',
  dismissed: 'thoi-lam',
  electedAgain: 'bau-lai',
  dissolved: 'giai-the',
  trainerMarked: 'tap-huan-vien',
  duplicated: 'nhan-ban',
  discarded: 'bo-nhap',
  registered: 'ghi',
  approved: 'duyet',
  seated: 'xep',
  restored: 'khoi-phuc',
  declined: 'tu-choi',
  replaced: 'thay',
  moved: 'chuyen',
  invented: 'khong-co-that',
  passkeyAdded: 'them',
  passkeyRemoved: 'bo',
  invited: 'moi',
  suspended: 'khoa',
  signedOut: 'dang-xuat',
  signedOutEverywhere: 'dang-xuat-het',
  mailedAgain: 'gui-lai',
  recovered: 'khoi-phuc-xong',
  released: 'cho-phep',
  refused: 'khong-cho',
  sessionEnded: 'ket-thuc',
  tokenRevoked: 'thu-hoi',
  othersEnded: 'ket-thuc-het',
  signed: 'ky',
  linked: 'dung-nguoi',
  linkRefused: 'nguoi-khac',
  merged: 'gop',
  split: 'tach',
  mergedAway: 'da-gop',
  unsigned: 'go-ky',
  added: 'them-noi',
  lineRemoved: 'bo-khoan',
  sent: 'gui',
  askedAgain: 'hoi-lai',
  answerEntered: 'tra-loi',
  passed: 'chuyen-tiep',
  closed: 'ket-thuc-viec',
  concluded: 'ket-luan',
  consulted: 'lay-y-kien',
  treated: 'xu-ly',
  issued: 'ban-hanh',
  resultEntered: 'ket-qua',
  finished: 'hoan-thanh',
  taken: 'ghi-nhan',
} as const;

/** What an officer just did with the list of a nomination; each names a person. */
export const NOMINATED = {
  named: 'moi',
  replaced: 'thay',
  corrected: 'sua',
  takenOff: 'bo',
  /** At the person's own request. */
  withdrawn: 'tu-bao',
  reserved: 'du-bi',
  seated: 'chinh-thuc',
  told: 'bao',
  notReached: 'chua-gap',
} as const;

/** What the organizer just did with a quota; each but the first names the nomination. */
export const QUOTA = {
  given: 'giao',
  signed: 'ky',
  marked: 'so',
  sent: 'gui',
  reissued: 'moi',
  /** The same, with new codes for the people of the old link. */
  reissuedCodes: 'moi-ma',
  revoked: 'thu',
  changed: 'sua',
} as const;

/** Values of `QUERY.shelf`: what the console's list of events shows. */
export const SHELF = { upcoming: 'sap-toi', drafts: 'nhap', past: 'da-qua', oldDrafts: 'nhap-cu' } as const;

/** Names of the buttons of a form. */
export const BUTTON = {
  step: 'buoc',
  moreRows: 'them',
  mails: 'nhan',
  again: 'hien-lai',
  rows: 'dong',
  /** A body gives the answer that it gave, for the new date. */
  sameAnswer: 'giu-nguyen',
} as const;

/** In the forms of the console: the account that was signed in when the page was shown. */
export const BY = 'nguoi-mo';

/** In the forms of signing in: the form that was sent when the session was over. */
export const KEPT = 'giu';

/** In a form that the site itself made of what was sent: it came from this site and this browser. */
export const FORM_TOKEN = 'xac-nhan';

/** Values of `BUTTON.step`: what a form of several steps does next. */
export const STEP = {
  preview: 'xem',
  edit: 'sua',
  nominate: 'cu',
  import: 'nhap',
  send: 'gui',
  /** A mail to the writer alone. */
  trial: 'thu',
  /** The text is kept for the next time. */
  keep: 'giu-mau',
  draft: 'soan',
} as const;

/** Values of `BUTTON.mails`: wants mails, or no more of them. */
export const MAILS = { stop: 'thoi', receive: 'co' } as const;

/**
 * A path with a query. What is empty is left out; `true` is a name alone.
 * @example withQuery(routes.reviewed(), { [QUERY.done]: DONE.corrected }) // "/xem-lai/dang-ky?xong=sua"
 */
export const withQuery = (path: string, query: Record<string, string | true | undefined>): string => {
  const parts = Object.entries(query).flatMap(([name, value]) => {
    if (!value) return [];
    return value === true ? [name] : [new URLSearchParams({ [name]: value }).toString()];
  });
  return parts.length ? `${path}?${parts.join('&')}` : path;
};
