/** Pages about calls for support. */
export const appealRoutes = {
  /** The link by which a body answers. */
  appeal: (token: string) => `/van-dong/${token}`,
  consoleAppeals: () => '/quan-tri/van-dong',
  consoleAppealsFile: () => '/quan-tri/van-dong/tai-ve',
  consoleNewAppeal: () => '/quan-tri/van-dong/moi',
  consoleAppeal: (id: string) => `/quan-tri/van-dong/${id}`,
  consoleAppealLetter: (id: string) => `/quan-tri/van-dong/${id}/thu.docx`,
  consoleAppealAct: (id: string, verb: 'sua' | 'gui' | 'ket-thuc') => `/quan-tri/van-dong/${id}/${verb}`,
  /** What one body was asked, and its answer; below it, entering and taking over the answer. */
  consoleAsked: (id: string, page: '' | '/tra-loi' | '/ghi-nhan' = '') =>
    `/quan-tri/van-dong/co-quan/${id}${page}`,
} as const;
