/** Pages about the yearly confirmation of teams and mediators. */
export const confirmationRoutes = {
  /** The link by which a commune answers. */
  confirmation: (token: string) => `/xac-nhan/${token}`,
  consoleConfirmations: () => '/quan-tri/xac-nhan',
  consoleNewConfirmation: () => '/quan-tri/xac-nhan/moi',
  consoleConfirmation: (id: string) => `/quan-tri/xac-nhan/${id}`,
  consoleConfirmationAct: (id: string, verb: string) => `/quan-tri/xac-nhan/${id}/${verb}`,
};
