/** Pages about visits of inspection and their findings. */
export const visitRoutes = {
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
};
