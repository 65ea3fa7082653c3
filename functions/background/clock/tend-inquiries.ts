import { nextLook } from '../../inquiries/days';
import { inquiriesTable, inquiryKey, inquiryKeys } from '../../inquiries/inquiry';
import { remindingOf } from '../../inquiries/kinds';
import { createDueDeliveries } from '../../notices/due-deliveries';
import { readSubject } from '../../notices/read-subject';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';

/**
 * Creates the reminders that have become due, found by one read of an index. `lookAt` moves on after the deliveries are
 * written, so a tick that stops between is repeated; each delivery has its own key.
 */
export const tendInquiries = async (world: World): Promise<void> => {
  const due = await world.db.all(inquiryKeys, {
    index: 'look',
    where: '#open = :open AND lookAt <= :now',
    names: { '#open': 'open' },
    values: { ':open': 'open', ':now': iso(world.now()) },
  });
  for (const { pk } of due) {
    const now = world.now();
    const subject = await readSubject(world, pk);
    if (subject?.kind !== 'inquiry' || !subject.thing.lookAt || subject.thing.lookAt > iso(now)) continue;
    await createDueDeliveries(world, subject, now);
    const { version, kind } = subject.thing;
    await world.db.updateIf(inquiriesTable, inquiryKey(pk), {
      set: { lookAt: nextLook(subject.thing, remindingOf(kind), now) },
      if: '#version = :version',
      names: { '#version': 'version' },
      values: { ':version': version },
    });
  }
};
