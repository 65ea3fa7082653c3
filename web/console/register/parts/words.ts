import { showCount } from '../../../../functions/platform/text/count';
import { shortDay } from '../../../../functions/platform/time/format-date';
import type { Gap } from '../../../../functions/register/gaps/gaps';
import type { TeamRules } from '../../../../functions/register/gaps/rules';
import { GAP_WORD } from '../../../../functions/register/gaps/words';
import type { Trainer, TrainerLevel } from '../../../../functions/register/mediators/mediator';
import type { State, Step } from '../../../../functions/register/mediators/steps';
import type { Decision } from '../../../../functions/register/teams/decision';

export const STATE_WORDS: Record<State, string> = {
  elected: 'Chờ công nhận',
  recognised: 'Đã công nhận',
  dismissed: 'Đã thôi làm',
};

/** What was decided, as a line of the history of a person. */
export const STEP_WORDS: Record<State, string> = {
  elected: 'Được bầu',
  recognised: 'Được công nhận',
  dismissed: 'Thôi làm hòa giải viên',
};

export const TRAINER_WORDS: Record<TrainerLevel, string> = {
  province: 'Tập huấn viên cấp tỉnh',
  district: 'Tập huấn viên cấp huyện',
};

/** `Được công nhận ngày 20/03/2021, số 50/QĐ-UBND` */
export const stepWords = ({ state, on, number }: Pick<Step, 'state' | 'on' | 'number'>): string =>
  `${STEP_WORDS[state]} ngày ${shortDay(on)}${number ? `, số ${number}` : ''}`;

/** `Tập huấn viên cấp huyện, quyết định 88/QĐ-UBND, ngày 02/02/2021` */
export const trainerWords = (trainer: Trainer | undefined): string | undefined =>
  trainer && `${TRAINER_WORDS[trainer.level]}, quyết định ${trainer.number}, ngày ${shortDay(trainer.on)}`;

/** Several gaps in one line: only the first begins with a capital. */
export const gapsWords = (gaps: readonly Gap[]): string =>
  gaps.map((gap, i) => (i === 0 ? GAP_WORD[gap] : GAP_WORD[gap].toLowerCase())).join(', ');

/** `12/QĐ-UBND, ngày 01/06/2021` */
export const decisionWords = (decision: Decision | undefined): string | undefined =>
  decision && `${decision.number}, ngày ${shortDay(decision.on)}`;

/** What the rules ask. */
export const rulesWords = ({ fewest, fewestWomen, minorityUnitIds, source }: TeamRules): string =>
  [
    `Mỗi tổ cần ít nhất ${showCount(fewest)} hòa giải viên được công nhận`,
    fewestWomen > 0 ? `, trong đó có ${showCount(fewestWomen)} nữ` : '',
    minorityUnitIds.length > 0 ? '; ở nơi có quy định thì có người dân tộc thiểu số' : '',
    `; có tổ trưởng. Căn cứ: ${source}.`,
  ].join('');
