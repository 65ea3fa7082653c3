/** What is said of a mediator in a few fixed words; forms of events ask the same (`events/person`). */
export const GENDERS = ['female', 'male', 'other'] as const;
export type Gender = (typeof GENDERS)[number];

/** Team leader (tổ trưởng), deputy (tổ phó), member. */
export const ROLES_IN_TEAM = ['leader', 'deputy', 'mediator'] as const;
export type RoleInTeam = (typeof ROLES_IN_TEAM)[number];

export const GENDER_WORDS: Record<Gender, string> = { female: 'Nữ', male: 'Nam', other: 'Khác' };
export const ROLE_WORDS: Record<RoleInTeam, string> = {
  leader: 'Tổ trưởng',
  deputy: 'Tổ phó',
  mediator: 'Hòa giải viên',
};
