import type { FieldSpec } from '../../../ui/form';

export const OWN_REQUEST = 'atOwnRequest';

/** Declared by each form that takes a person off who may have asked for it. */
export const ownRequestField = {
  [OWN_REQUEST]: {
    as: 'tick',
    label: 'Chính người này báo không tham dự: không báo lại, lý do có thể để trống',
  },
} satisfies Record<string, FieldSpec>;
