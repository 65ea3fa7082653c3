import type * as z from 'zod';
import type { Stage, stageSchema } from './stage';

/** Domains below it are reserved for examples, so that a deployment to one cannot happen by mistake. */
const EXAMPLE = /\.example\.vn$/;

const kienGiang = {
  department: {
    name: 'Sở Tư pháp tỉnh Kiên Giang',
    parent: 'UBND TỈNH KIÊN GIANG',
    place: 'Kiên Giang',
    code: 'STP',
  },
  help: {
    name: 'Phòng Phổ biến, giáo dục pháp luật',
    phone: '02973812345',
    email: 'pbgdpl@nhipcau.example.vn',
  },
  alarmEmail: 'truc@nhipcau.example.vn',
} as const;

/** The stages with their values; the CDK's context overrides single ones (`read.ts`). */
export const knownStages: Record<string, z.input<typeof stageSchema>> = {
  staging: {
    stage: 'staging',
    domain: 'thu.nhipcau.example.vn',
    mailDomain: 'mail.thu.nhipcau.example.vn',
    ...kienGiang,
  },
  prod: {
    stage: 'prod',
    domain: 'nhipcau.example.vn',
    mailDomain: 'nhipcau.example.vn',
    logDays: 90,
    ...kienGiang,
  },
};

/** Whether the stage still has an example's domain: it can be synthesised, but not deployed. */
export const isExample = (stage: Stage): boolean => EXAMPLE.test(`.${stage.domain}`);
