/** The addresses of what is asked of bodies, and of what they give: recommendations, reports, pledges. */
export const inquiryRoutes = {
  /** The link by which a body answers a recommendation. */
  recommendation: (token: string) => `/kien-nghi/${token}`,
  /** The link by which a body gives its report. */
  report: (token: string) => `/bao-cao/${token}`,
  consoleReports: () => '/quan-tri/bao-cao',
  consoleNewPeriod: () => '/quan-tri/bao-cao/moi',
  consoleConsolidated: (periodId: string, format: 'docx' | 'xlsx') =>
    `/quan-tri/bao-cao/${periodId}/tong-hop-${format}`,
  consoleReport: (id: string) => `/quan-tri/bao-cao/${id}`,
  consoleReportAct: (id: string, verb: 'nop' | 'hoi-lai' | 'chot' | 'thoi') =>
    `/quan-tri/bao-cao/${id}/${verb}`,
  consoleRecommendations: () => '/quan-tri/kien-nghi',
  consoleNewRecommendation: () => '/quan-tri/kien-nghi/moi',
  consoleRecommendationFile: () => '/quan-tri/kien-nghi/tai-ve',
  consoleRecommendation: (id: string) => `/quan-tri/kien-nghi/${id}`,
  consoleRecommendationAct: (id: string, verb: 'tra-loi' | 'hoi-lai' | 'ket-thuc' | 'thoi' | 'nhiem-vu') =>
    `/quan-tri/kien-nghi/${id}/${verb}`,
  consoleThanksLetter: (bodyId: string, year: string) => `/quan-tri/co-quan/${bodyId}/thu-cam-on/${year}`,
  consolePledges: () => '/quan-tri/nguon-luc',
  consolePledgesFile: () => '/quan-tri/nguon-luc.xlsx',
  consoleNewPledge: () => '/quan-tri/nguon-luc/moi',
  consolePledge: (id: string) => `/quan-tri/nguon-luc/${id}`,
  consolePledgeAct: (id: string, verb: 'sua' | 'nhan' | 'rut') => `/quan-tri/nguon-luc/${id}/${verb}`,
  consoleReceiptStrike: (id: string, n: string) => `/quan-tri/nguon-luc/${id}/lan-nhan/${n}/bo`,
} as const;
