import { draftFile } from '../../documents/docx/draft';
import { noteDraft } from '../../documents/kept/draft-of';
import { parentName, readOffice } from '../../documents/office';
import { type Download, XLSX } from '../../platform/files/download';
import { xlsxFile } from '../../platform/files/xlsx-file';
import { localDate } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { getPlan } from '../plans/list';
import { commentRows, planDocument, submissionDocument } from './plan-documents';
import { listConsultations, ofPlan } from './read';

export const PLAN_DOCUMENTS = ['plan', 'submission'] as const;
export type PlanDocumentKind = (typeof PLAN_DOCUMENTS)[number];

const read = async (world: World, planId: string) => {
  const [plan, all] = await Promise.all([getPlan(world, planId), listConsultations(world)]);
  return { plan, asked: ofPlan(all, planId, world.now()) };
};

/**
 * The plan or the submission for it as a Word file, noted among the plan's documents. A plan that is issued has its
 * number and day.
 * @throws Problem missing `plan-missing`
 */
export const planFile = async (world: World, planId: string, kind: PlanDocumentKind): Promise<Download> => {
  const [{ plan, asked }, office] = await Promise.all([read(world, planId), readOffice(world)]);
  const names = { issuer: parentName(office), department: office.name };
  const document = kind === 'plan' ? planDocument(plan, names) : submissionDocument(plan, asked, names);
  const noted = await noteDraft(world, planId, document);
  const issued = kind === 'plan' && plan.number ? { number: plan.number, dated: plan.issuedOn } : undefined;
  const { number, dated } = issued ?? noted;
  return draftFile(world, { ...document, number, dated });
};

/** Every comment with what was done about it as a spreadsheet. @throws Problem missing `plan-missing` */
export const commentsFile = async (world: World, planId: string): Promise<Download> => {
  const { plan, asked } = await read(world, planId);
  const body = await xlsxFile({
    name: 'Tổng hợp ý kiến',
    columns: [
      { head: 'Cơ quan góp ý', width: 36 },
      { head: 'Mục', width: 12 },
      { head: 'Nội dung góp ý', width: 60 },
      { head: 'Tiếp thu, giải trình', width: 60 },
    ],
    rows: commentRows(asked),
  });
  return { name: `tong-hop-y-kien-${plan.year}-${localDate(world.now())}.xlsx`, type: XLSX, body };
};
