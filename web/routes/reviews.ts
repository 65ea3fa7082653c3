/** Pages about reviews of the mediation teams of pilot communes. */
export const reviewRoutes = {
  /** The link by which a commune answers. */
  teamReview: (token: string) => `/ra-soat/${token}`,
  consoleReviews: () => '/quan-tri/ra-soat',
  consoleReviewFile: () => '/quan-tri/ra-soat/tai-ve',
  consoleNewReview: () => '/quan-tri/ra-soat/moi',
  consoleReview: (id: string) => `/quan-tri/ra-soat/${id}`,
  consoleReviewAct: (id: string, verb: string) => `/quan-tri/ra-soat/${id}/${verb}`,
};
