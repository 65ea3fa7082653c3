/** Pages about requests for support of hard cases. */
export const supportRoutes = {
  /** The link by which a body answers one. */
  support: (token: string) => `/ho-tro/${token}`,
  /** What the reader asked, and the form that asks. */
  ownClasses: () => '/xem-lai/lop-da-du',
  ownSupport: () => '/xem-lai/ho-tro',
  consoleSupport: () => '/quan-tri/ho-tro',
  consoleNewSupport: () => '/quan-tri/ho-tro/moi',
  consoleSupportFile: () => '/quan-tri/ho-tro/tai-ve',
  consoleOneSupport: (id: string) => `/quan-tri/ho-tro/${id}`,
  consoleSupportAct: (id: string, verb: 'chuyen' | 'tra-loi' | 'ket-thuc') =>
    `/quan-tri/ho-tro/${id}/${verb}`,
};
