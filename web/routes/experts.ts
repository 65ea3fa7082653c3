/** Pages about experts that bodies name. */
export const expertRoutes = {
  consoleExperts: () => '/quan-tri/chuyen-gia',
  consoleExpertsFile: () => '/quan-tri/chuyen-gia/tai-ve',
  consoleNewExpert: () => '/quan-tri/chuyen-gia/moi',
  consoleExpert: (id: string) => `/quan-tri/chuyen-gia/${id}`,
  consoleExpertRemove: (id: string) => `/quan-tri/chuyen-gia/${id}/bo`,
} as const;
