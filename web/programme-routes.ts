/** The addresses of recommendations, pledges and visits of inspection: of links, and of the console. */
export const programmeRoutes = {
  /** The link by which a body answers a recommendation. */
  recommendation: (token: string) => `/kien-nghi/${token}`,
  /** The links by which a unit confirms a visit, and replies to a finding. */
  visit: (token: string) => `/kiem-tra/${token}`,
  finding: (token: string) => `/giai-trinh/${token}`,

  consoleVisits: () => '/quan-tri/kiem-tra',
  consoleNewVisit: () => '/quan-tri/kiem-tra/moi',
  consoleVisit: (id: string) => `/quan-tri/kiem-tra/${id}`,
  consoleVisitAct: (id: string, verb: string) => `/quan-tri/kiem-tra/${id}/${verb}`,
  consoleFindings: () => '/quan-tri/noi-dung-kiem-tra',
  consoleFinding: (id: string) => `/quan-tri/noi-dung-kiem-tra/${id}`,
  consoleFindingAct: (id: string, verb: string) => `/quan-tri/noi-dung-kiem-tra/${id}/${verb}`,
  consoleRecommendations: () => '/quan-tri/kien-nghi',
  consoleNewRecommendation: () => '/quan-tri/kien-nghi/moi',
  consoleRecommendationFile: () => '/quan-tri/kien-nghi/tai-ve',
  consoleRecommendation: (id: string) => `/quan-tri/kien-nghi/${id}`,
  consoleRecommendationAct: (id: string, verb: 'tra-loi' | 'hoi-lai' | 'ket-thuc' | 'thoi') =>
    `/quan-tri/kien-nghi/${id}/${verb}`,
  consoleThanksLetter: (bodyId: string, year: string) => `/quan-tri/co-quan/${bodyId}/thu-cam-on/${year}`,
  consolePledges: () => '/quan-tri/nguon-luc',
  consolePledgesFile: () => '/quan-tri/nguon-luc.xlsx',
  consoleNewPledge: () => '/quan-tri/nguon-luc/moi',
  consolePledge: (id: string) => `/quan-tri/nguon-luc/${id}`,
  consolePledgeAct: (id: string, verb: 'sua' | 'nhan' | 'rut') => `/quan-tri/nguon-luc/${id}/${verb}`,
  consoleReceiptStrike: (id: string, n: string) => `/quan-tri/nguon-luc/${id}/lan-nhan/${n}/bo`,
};
