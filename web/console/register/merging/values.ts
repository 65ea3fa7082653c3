import { isDeepStrictEqual } from 'node:util';
import { showPhone } from '../../../../functions/platform/text/phone';
import type { Mediator, MergeField } from '../../../../functions/register/mediators/mediator';
import { GENDER_WORDS, ROLE_WORDS } from '../../../../functions/register/mediators/traits';
import type { Team } from '../../../../functions/register/teams/team';
import { STATE_WORDS, trainerWords } from '../parts/words';

/** One of two records, with its team. */
export interface Side {
  one: Mediator;
  team: Team;
}

export const FIELD_LABELS: Record<MergeField, string> = {
  fullName: 'Họ và tên',
  phone: 'Số điện thoại',
  gender: 'Giới tính',
  yearOfBirth: 'Năm sinh',
  qualification: 'Trình độ chuyên môn',
  position: 'Chức vụ, công việc',
  teamId: 'Tổ hòa giải',
  role: 'Vai trò trong tổ',
  steps: 'Tình trạng',
  trainer: 'Tập huấn viên',
};

/** The fields in the order of the page. */
export const FIELDS = Object.keys(FIELD_LABELS) as MergeField[];

/** What a record has in a field, as a text. */
export const valueWords = ({ one, team }: Side, field: MergeField): string => {
  const said: Record<MergeField, string | undefined> = {
    fullName: one.fullName,
    phone: one.phone && showPhone(one.phone),
    gender: one.gender && GENDER_WORDS[one.gender],
    yearOfBirth: one.yearOfBirth?.toString(),
    qualification: one.qualification,
    position: one.position,
    teamId: team.name,
    role: ROLE_WORDS[one.role],
    steps: STATE_WORDS[one.state],
    trainer: trainerWords(one.trainer),
  };
  return said[field] ?? 'Chưa ghi';
};

const isEmpty = ({ one }: Side, field: MergeField): boolean => one[field] === undefined;

/** The fields in which two records differ; of the state where it is another one, since the steps of both stay. Pure. */
export const differing = (stays: Side, goes: Side): MergeField[] =>
  FIELDS.filter((field) =>
    field === 'steps'
      ? stays.one.state !== goes.one.state
      : !isDeepStrictEqual(stays.one[field], goes.one[field]),
  );

/** Where the record that stays has nothing, the value of the other one is proposed. Pure. */
export const proposes = (stays: Side, goes: Side, field: MergeField): 'own' | 'other' =>
  isEmpty(stays, field) && !isEmpty(goes, field) ? 'other' : 'own';
