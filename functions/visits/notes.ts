import * as z from 'zod';
import { inquiriesTable } from '../inquiries/inquiry';
import { line, prose } from '../platform/input/fields';
import { newToken } from '../platform/keys/ids';
import { table } from '../platform/store/table';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';

export const NoteInput = z.strictObject({
  from: line(200).describe(
    'The body that watches, as `Ủy ban MTTQ Việt Nam huyện Gò Quao`; no name of a person',
  ),
  words: prose(3_000).pipe(z.string().min(1, 'required')),
});
export type NoteInput = z.output<typeof NoteInput>;

/** A monitoring note about a visit (ghi chú giám sát). It is added and never changed. */
export interface MonitoringNote extends NoteInput {
  /** The visit. */
  pk: string;
  /** `note#2026-11-28T…#…` */
  sk: string;
  at: string;
  by?: string;
}

const noteItems = table<MonitoringNote>(inquiriesTable);

export const createMonitoringNote = async (
  world: World,
  visitId: string,
  input: NoteInput,
): Promise<MonitoringNote> => {
  const at = iso(world.now());
  const note: MonitoringNote = { pk: visitId, sk: `note#${at}#${newToken().slice(0, 8)}`, ...input, at };
  await world.db.putIf(noteItems, note, { if: 'attribute_not_exists(pk)' });
  return note;
};

/** The notes about a visit, oldest first. One call. */
export const notesOf = (world: World, visitId: string): Promise<MonitoringNote[]> =>
  world.db.all(noteItems, {
    where: 'pk = :id AND begins_with(sk, :note)',
    values: { ':id': visitId, ':note': 'note#' },
  });
