import { routes } from '../../routes';
import type { WayBack } from '../../ui/console';

/** The page of what a document is about, by the prefix of its id; and the place in the bar. A new noun adds its line. */
const PAGES: Readonly<Record<string, { at: string; page: (id: string) => WayBack }>> = {
  evt: {
    at: routes.consoleEvents(),
    page: (id) => ({ href: routes.consoleEvent(id), label: 'Lớp, hội nghị' }),
  },
  pln: {
    at: routes.consoleProgramme(),
    page: (id) => ({ href: routes.consolePlan(id), label: 'Kế hoạch' }),
  },
};

/** The way back from a document to its subject. */
export const subjectOf = (subjectId: string): { at: string; back: WayBack } => {
  const known = PAGES[subjectId.split('_')[0]!];
  return known
    ? { at: known.at, back: known.page(subjectId) }
    : { at: routes.console(), back: { href: routes.console(), label: 'Việc cần làm' } };
};
