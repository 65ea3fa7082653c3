/** Addresses of the register: its tabs, a team, a mediator. A part of `routes`, which pages import. */
export const registerRoutes = {
  consoleTeams: () => '/quan-tri/hoa-giai-vien',
  consoleMediators: () => '/quan-tri/hoa-giai-vien/danh-sach',
  consoleMediatorsImport: () => '/quan-tri/hoa-giai-vien/nhap',
  consoleMediatorSample: () => '/quan-tri/hoa-giai-vien/nhap/mau.xlsx',
  consoleGaps: () => '/quan-tri/hoa-giai-vien/con-thieu',
  consoleCoverage: () => '/quan-tri/hoa-giai-vien/tap-huan',
  consoleNeverTrained: () => '/quan-tri/hoa-giai-vien/tap-huan/chua-du.xlsx',
  consoleCoverageFile: () => '/quan-tri/hoa-giai-vien/tap-huan/theo-dia-ban.xlsx',
  consoleCoverageGoals: () => '/quan-tri/hoa-giai-vien/tap-huan/muc-tieu',
  consoleCallNeverTrained: () => '/quan-tri/hoa-giai-vien/tap-huan/de-nghi-cu',
  consoleLinks: () => '/quan-tri/hoa-giai-vien/doi-chieu',
  consoleTeamRules: () => '/quan-tri/hoa-giai-vien/yeu-cau',
  consoleNewTeam: () => '/quan-tri/hoa-giai-vien/them-to',
  consoleTeam: (id: string) => `/quan-tri/to-hoa-giai/${id}`,
  consoleTeamEdit: (id: string) => `/quan-tri/to-hoa-giai/${id}/sua`,
  consoleTeamDissolve: (id: string) => `/quan-tri/to-hoa-giai/${id}/giai-the`,
  consoleNewMediator: (teamId: string) => `/quan-tri/to-hoa-giai/${teamId}/them`,
  consoleMediator: (id: string) => `/quan-tri/hoa-giai-vien/nguoi/${id}`,
  consoleMediatorPart: (
    id: string,
    part:
      | 'sua'
      | 'cong-nhan'
      | 'thoi-lam'
      | 'bau-lai'
      | 'tap-huan-vien'
      | 'dan-toc'
      | 'han-che'
      | 'gop'
      | 'tach'
      | 'xoa-du-lieu',
  ) => `/quan-tri/hoa-giai-vien/nguoi/${id}/${part}`,
} as const;
