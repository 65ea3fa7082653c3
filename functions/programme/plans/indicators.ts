import * as z from 'zod';
import { line, optional } from '../../platform/input/fields';

interface Counted {
  /** What is counted, as people choose it. */
  words: string;
  unit: string;
  /** There is a whole to compare with, so a goal in per cent is possible. */
  hasShare?: true;
}

/**
 * What an indicator can count. To add one, write its row here and its count in `programme/progress/counts.ts`; the
 * compiler asks for the second.
 */
export const COUNTED = {
  events: { words: 'Lớp, hội nghị đã tổ chức', unit: 'lớp, hội nghị' },
  turns: { words: 'Lượt người dự lớp, hội nghị đã tổ chức', unit: 'lượt người' },
  trained: { words: 'Hòa giải viên đã được tập huấn (mỗi người tính một lần)', unit: 'người' },
  communes: { words: 'Xã có lớp, hội nghị hoặc có hòa giải viên đã dự', unit: 'xã' },
  visits: { words: 'Buổi kiểm tra đã tổ chức', unit: 'buổi' },
  findings: { words: 'Nội dung kiểm tra đã khắc phục xong', unit: 'nội dung', hasShare: true },
  reports: { words: 'Báo cáo về kế hoạch đã nhận', unit: 'báo cáo', hasShare: true },
  support: { words: 'Đề nghị hỗ trợ trong năm đã được trả lời', unit: 'đề nghị', hasShare: true },
  pledges: { words: 'Cam kết hỗ trợ đã nhận đủ', unit: 'cam kết', hasShare: true },
  money: { words: 'Tiền hỗ trợ đã nhận', unit: 'đồng' },
  materials: { words: 'Tài liệu, tin bài đã đăng', unit: 'tài liệu' },
  copies: { words: 'Bản tài liệu in đã cấp về xã', unit: 'bản' },
  recommendations: { words: 'Kiến nghị, vướng mắc đã được trả lời', unit: 'kiến nghị', hasShare: true },
} as const satisfies Record<string, Counted>;

export type CountedSource = keyof typeof COUNTED;
/** Results that staff type in, since nothing in the system can be counted. */
export const TYPED = 'typed' as const;
export type Source = CountedSource | typeof TYPED;
const SOURCES = [TYPED, ...(Object.keys(COUNTED) as CountedSource[])] as const;

/** The unit of a goal in per cent. */
export const PERCENT = '%';
export const MOST_INDICATORS = 8;

/** What a task shall reach. It is part of the plan's text. */
export interface Indicator {
  /** Its own within the task. A clone of the plan keeps it. */
  id: string;
  name: string;
  source: Source;
  unit: string;
  /** A whole number of the unit, or per cent. */
  goal: number;
}

const hasShare = (source: CountedSource): boolean => 'hasShare' in COUNTED[source];

export const IndicatorInput = z
  .strictObject({
    id: optional(z.string().regex(/^[0-9a-z]{1,20}$/, 'unknown-id')).describe(
      'As it was read; left out for a new indicator',
    ),
    name: line(200),
    source: z
      .enum(SOURCES, 'indicator-source-required')
      .describe('What is counted; `typed`: staff enter the results'),
    unit: optional(line(30)).describe('"%" for per cent; left out, the unit of what is counted'),
    goal: z
      .number('indicator-goal-malformed')
      .int('indicator-goal-malformed')
      .min(1, 'indicator-goal-malformed')
      .max(1_000_000_000_000, 'indicator-goal-malformed'),
  })
  .superRefine(({ source, unit, goal }, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (source === TYPED && !unit) refuse('unit', 'indicator-unit-required');
    if (unit !== PERCENT) return;
    if (source !== TYPED && !hasShare(source)) refuse('unit', 'indicator-no-share');
    if (goal > 100) refuse('goal', 'indicator-goal-malformed');
  });
export type IndicatorInput = z.output<typeof IndicatorInput>;

/** The unit of an indicator: its own words, else those of what is counted. */
export const unitOf = ({ source, unit }: Pick<IndicatorInput, 'source' | 'unit'>): string =>
  unit ?? (source === TYPED ? '' : COUNTED[source].unit);
