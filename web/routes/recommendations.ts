/** Console: the register of recommendations and difficulties. */
export const recommendationRoutes = {
  consoleRecommendations: () => '/quan-tri/kien-nghi',
  consoleNewRecommendation: () => '/quan-tri/kien-nghi/moi',
  consoleRecommendationFile: () => '/quan-tri/kien-nghi/tai-ve',
  consoleRecommendation: (id: string) => `/quan-tri/kien-nghi/${id}`,
  consoleRecommendationAct: (id: string, verb: 'tra-loi' | 'hoi-lai' | 'ket-thuc' | 'thoi') =>
    `/quan-tri/kien-nghi/${id}/${verb}`,
};
