/** Pages about printed material that is handed out. */
export const handoutRoutes = {
  consoleHandouts: () => '/quan-tri/cap-phat',
  consoleHandoutsFile: () => '/quan-tri/cap-phat/tai-ve',
  consoleNewHandout: () => '/quan-tri/cap-phat/moi',
  consoleHandout: (id: string) => `/quan-tri/cap-phat/${id}`,
  consoleHandoutAct: (id: string, verb: 'sua' | 'cap-xa' | 'thu-hoi') => `/quan-tri/cap-phat/${id}/${verb}`,
  consoleDeliveryStrike: (id: string, n: string) => `/quan-tri/cap-phat/${id}/cap-xa/${n}/bo`,
  /** Who of the pilot communes was trained and has it. */
  consoleHandoutPilot: (id: string) => `/quan-tri/cap-phat/${id}/xa-diem`,
  consoleHandoutLacking: (id: string) => `/quan-tri/cap-phat/${id}/xa-diem.xlsx`,
  /** The mediators of one unit, to mark who received it. */
  consoleHandoutUnit: (id: string, unitId: string) => `/quan-tri/cap-phat/${id}/don-vi/${unitId}`,
  consoleHandoutUnitList: (id: string, unitId: string, format: 'docx' | 'xlsx') =>
    `/quan-tri/cap-phat/${id}/don-vi/${unitId}/ky-nhan-${format}`,
  /** The people who came to an event, to mark who received what. */
  consoleEventHandouts: (eventId: string) => `/quan-tri/lop/${eventId}/cap-phat`,
  consoleEventHandoutList: (eventId: string, id: string, format: 'docx' | 'xlsx') =>
    `/quan-tri/lop/${eventId}/cap-phat/${id}/ky-nhan-${format}`,
} as const;
