/** Console: all that is kept of a person, requests to be forgotten, and erasing. */
export const privacyRoutes = {
  consolePersonData: (id: string) => `/quan-tri/dang-ky/${id}/du-lieu`,
  consolePersonFile: (id: string) => `/quan-tri/dang-ky/${id}/du-lieu.json`,
  consoleForget: (id: string) => `/quan-tri/dang-ky/${id}/xoa-du-lieu`,
  consoleNewForgetRequest: () => '/quan-tri/yeu-cau-xoa-du-lieu',
  consoleForgetRequest: (id: string) => `/quan-tri/yeu-cau-xoa-du-lieu/${id}`,
  consoleRequestedData: (id: string) => `/quan-tri/yeu-cau-xoa-du-lieu/${id}/du-lieu`,
  consoleRequestedFile: (id: string) => `/quan-tri/yeu-cau-xoa-du-lieu/${id}/du-lieu.json`,
  consoleRefuseToForget: (id: string) => `/quan-tri/yeu-cau-xoa-du-lieu/${id}/tu-choi`,
  consoleForgettings: () => '/quan-tri/xoa-du-lieu',
  consoleForgetting: (id: string) => `/quan-tri/xoa-du-lieu/${id}`,
};
