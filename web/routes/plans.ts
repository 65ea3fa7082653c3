/** The addresses of a plan's text, its consultation and its issue. */
export const planRoutes = {
  /** The link by which a body comments on the draft of a plan. */
  consultation: (token: string) => `/gop-y/${token}`,
  consolePlanClone: (id: string) => `/quan-tri/nhiem-vu/${id}/nhan-ban`,
  consolePlanAct: (id: string, verb: 'sua' | 'ban-hanh' | 'thu-hoi') => `/quan-tri/nhiem-vu/${id}/${verb}`,
  consolePlanText: (id: string, n: number | string) => `/quan-tri/nhiem-vu/${id}/ban/${n}`,
  /** A task with its results; below it, entering a result and marking it as done. */
  consoleTask: (id: string, taskId: string, page: '' | '/ket-qua' | '/hoan-thanh' | '/lam-tiep' = '') =>
    `/quan-tri/nhiem-vu/${id}/viec/${taskId}${page}`,
  consoleTaskEdit: (id: string, taskId: string) => `/quan-tri/nhiem-vu/${id}/viec/${taskId}/sua`,
  /** Who was asked for comments on the draft, and what they said. */
  consoleConsultations: (id: string) => `/quan-tri/nhiem-vu/${id}/gop-y`,
  consoleConsult: (id: string) => `/quan-tri/nhiem-vu/${id}/gop-y/gui`,
  consoleConsultationsFile: (id: string) => `/quan-tri/nhiem-vu/${id}/gop-y/tong-hop.xlsx`,
  /** The plan, or the submission for it, as a Word file. */
  consolePlanFile: (id: string, kind: string) => `/quan-tri/nhiem-vu/${id}/van-ban/${kind}`,
  /** One body's comments; below it, entering them. */
  consoleConsultation: (id: string, page: '' | '/tra-loi' = '') => `/quan-tri/gop-y/${id}${page}`,
} as const;
