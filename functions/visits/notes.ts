import * as z from 'zod';
import { inquiriesTable } from '../inquiries/inquiry';
import { line, nonceField, prose } from '../platform/input/fields';
import { idOfForm, newId } from '../platform/keys/ids';
import { table } from '../platform/store/table';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';

export const NoteInput = z.strictObject({
  from: line(200).describe(
    'The body that watches, as `Ủy ban MTTQ Việt Nam huyện Gò Quao`; no name of a person',
  ),
  words: prose(3_000).pipe(z.string().min(1, 'required')),
  nonce: nonceField,
});
export type NoteInput = z.output<typeof NoteInput>;

/** A monitoring note about a visit (ghi chú giám sát). It is added and never changed. */
export interface MonitoringNote extends Omit<NoteInput, 'nonce'> {
  /** The visit. */
  pk: string;
  /** `note#nte_…` */
  sk: string;
  at: string;
  by?: string;
}

const noteItems = table<MonitoringNote>(inquiriesTable);

/** Adds a note. Idempotent by `nonce`. */
export const createMonitoringNote = async (
  world: World,
  visitId: string,
  { nonce, ...input }: NoteInput,
): Promise<MonitoringNote> => {
  const id = nonce ? idOfForm('monitoringNote', world.db.actor, nonce) : newId('monitoringNote', world.now());
  const note: MonitoringNote = { pk: visitId, sk: `note#${id}`, ...input, at: iso(world.now()) };
  const written = await world.db.putIf(noteItems, note, { if: 'attribute_not_exists(pk)' });
  return written.ok ? note : (written.found ?? note);
};

/** The notes about a visit, oldest first. One call. */
export const notesOf = async (world: World, visitId: string): Promise<MonitoringNote[]> => {
  const notes = await world.db.all(noteItems, {
    where: 'pk = :id AND begins_with(sk, :note)',
    values: { ':id': visitId, ':note': 'note#' },
  });
  return notes.sort((a, b) => a.at.localeCompare(b.at));
};
