import { approve } from '../../../../functions/events/registrations/change/approve';
import {
  cancelByStaff,
  cancelInvented,
  decline,
} from '../../../../functions/events/registrations/change/cancel';
import { move } from '../../../../functions/events/registrations/change/move';
import { restore } from '../../../../functions/events/registrations/change/restore';
import { showCount } from '../../../../functions/platform/text/count';
import type { World } from '../../../../functions/platform/world/world';
import { DONE } from '../../../query';
import type { Verb } from '../parts/access';

/** What is asked once for all: why, or to which class. */
export interface Given {
  reason: string;
  eventId: string;
}

/** One act that can be done with many people at once. */
export interface Act {
  right: Verb;
  /** On the button below the list. */
  button: string;
  asks?: keyof Given;
  /** `n`: of how many people. */
  title: (n: number) => string;
  done: (n: number) => string;
  run: (world: World, id: string, given: Given) => Promise<unknown>;
  warn?: boolean;
}

/** By the word in the address, in the order of the buttons. */
export const ACTS: Record<string, Act> = {
  [DONE.approved]: {
    right: 'approve',
    button: 'Duyệt',
    title: (n) => `Duyệt ${showCount(n)} người`,
    done: (n) => `Đã duyệt ${showCount(n)} người. Mỗi người được báo.`,
    run: approve,
  },
  [DONE.declined]: {
    right: 'decline',
    button: 'Không duyệt',
    asks: 'reason',
    warn: true,
    title: (n) => `Không duyệt ${showCount(n)} người`,
    done: (n) => `Đã ghi không duyệt ${showCount(n)} người. Mỗi người được báo, kèm lý do.`,
    run: (world, id, { reason }) => decline(world, id, reason),
  },
  [DONE.moved]: {
    right: 'move',
    button: 'Chuyển lớp',
    asks: 'eventId',
    title: (n) => `Chuyển ${showCount(n)} người sang lớp khác`,
    done: (n) => `Đã chuyển ${showCount(n)} người. Mỗi người được báo.`,
    run: (world, id, { eventId }) => move(world, id, eventId),
  },
  [DONE.cancelled]: {
    right: 'cancel',
    button: 'Hủy đăng ký',
    asks: 'reason',
    warn: true,
    title: (n) => `Hủy đăng ký của ${showCount(n)} người`,
    done: (n) => `Đã hủy đăng ký của ${showCount(n)} người. Mỗi người được báo, kèm lý do.`,
    run: (world, id, { reason }) => cancelByStaff(world, id, reason),
  },
  [DONE.invented]: {
    right: 'cancel',
    button: 'Hủy: không có người thật',
    warn: true,
    title: (n) => `Hủy ${showCount(n)} đăng ký không có người thật`,
    done: (n) =>
      `Đã hủy ${showCount(n)} đăng ký không có người thật. Chỉ ai đã nhận thư báo trước đó mới được báo lại qua email.`,
    run: cancelInvented,
  },
  [DONE.withdrawn]: {
    right: 'cancel',
    button: 'Hủy theo lời báo',
    warn: true,
    title: (n) => `Hủy đăng ký của ${showCount(n)} người đã tự báo không tham dự`,
    done: (n) =>
      `Đã hủy đăng ký của ${showCount(n)} người theo lời báo của họ. Họ đã biết nên không được báo lại.`,
    run: (world, id) => cancelByStaff(world, id, undefined, { atOwnRequest: true }),
  },
  [DONE.restored]: {
    right: 'restore',
    button: 'Khôi phục',
    title: (n) => `Khôi phục đăng ký của ${showCount(n)} người`,
    done: (n) => `Đã khôi phục đăng ký của ${showCount(n)} người. Mỗi người được báo.`,
    run: restore,
  },
};
