import { lineage } from '../directory/units/list';
import type { Unit } from '../directory/units/unit';
import { unitLine } from '../directory/units/words';
import type { InquiryState } from '../inquiries/inquiry';
import { showCount } from '../platform/text/count';
import { GAP_WORD } from '../register/gaps/words';
import type { LackingTeam, Review } from './review';

export const REVIEW_WORD: Record<InquiryState, string> = {
  asked: 'Chờ trả lời',
  answered: 'Đang kiện toàn',
  closed: 'Đã kiện toàn',
  withdrawn: 'Đã thôi đề nghị',
};

/** `Tổ hòa giải ấp 1 (2 người, 0 nữ): chưa đủ số người, chưa có tổ trưởng` */
export const lackingWords = ({ name, members, women, gaps }: LackingTeam): string =>
  `${name} (${showCount(members)} người, ${showCount(women)} nữ): ${gaps.map((gap) => GAP_WORD[gap].toLowerCase()).join(', ')}`;

/** The commune with the district above it: communes of two districts may have one name. */
export const placeOf = (units: readonly Unit[], { about }: Review): string =>
  unitLine(lineage(units, about.unitId)) || about.unitName;
