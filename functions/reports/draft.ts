import { mustBeOpen } from '../inquiries/change';
import { inquiriesTable } from '../inquiries/inquiry';
import { table } from '../platform/store/table';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import type { Report, ReportDraftInput } from './report';

/** A report that an officer is writing. There is one of each report; the next one replaces it. */
export interface ReportDraft {
  pk: string;
  sk: 'draft';
  said: ReportDraftInput;
  /** How many times the report was given before: once it is given again, the draft is over. */
  after: number;
  at: string;
  by?: string;
}

const drafts = table<ReportDraft>(inquiriesTable);
const draftKey = (id: string) => ({ pk: id, sk: 'draft' as const });
const timesGiven = ({ answer }: Pick<Report, 'answer'>): number => answer?.n ?? 0;

/** Keeps what an officer has written so far; the department does not see it. @throws Problem conflict `inquiry-over` */
export const saveReportDraft = async (
  world: World,
  report: Report,
  said: ReportDraftInput,
): Promise<ReportDraft> => {
  mustBeOpen(report);
  const draft: ReportDraft = {
    ...draftKey(report.id),
    said: JSON.parse(JSON.stringify(said)),
    after: timesGiven(report),
    at: iso(world.now()),
  };
  await world.db.put(drafts, draft);
  return draft;
};

/** The draft of a report; undefined where there is none, or the report was given since. */
export const draftOf = async (world: World, report: Report): Promise<ReportDraft | undefined> => {
  const draft = await world.db.get(drafts, draftKey(report.id), { consistent: true });
  return draft?.after === timesGiven(report) ? draft : undefined;
};
