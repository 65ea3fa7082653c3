/** Pages about papers and difficulties that people raise, and about the minutes of a conference. */
export const pointRoutes = {
  /** What the reader raised, and the form that raises more. */
  ownPoints: () => '/xem-lai/tham-luan',
  consolePoints: () => '/quan-tri/tham-luan',
  consoleNewPoint: () => '/quan-tri/tham-luan/moi',
  consolePointsFile: () => '/quan-tri/tham-luan/tai-ve',
  consolePoint: (id: string) => `/quan-tri/tham-luan/${id}`,
  consolePointAct: (id: string, verb: 'tra-loi' | 'chuyen') => `/quan-tri/tham-luan/${id}/${verb}`,
  /** What was raised for one event. */
  consoleEventPoints: (eventId: string) => `/quan-tri/lop/${eventId}/tham-luan`,
  /** The accepted papers of an event as a Word file. */
  consoleBooklet: (eventId: string) => `/quan-tri/lop/${eventId}/tap-tham-luan.docx`,
  consoleMinutes: (eventId: string) => `/quan-tri/lop/${eventId}/bien-ban`,
  consoleMinutesFile: (eventId: string) => `/quan-tri/lop/${eventId}/bien-ban.docx`,
} as const;
