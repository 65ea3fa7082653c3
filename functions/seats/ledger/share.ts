import type { AnyRoom, Room, SeatCount } from './room';
import { blockName } from './seats';

/**
 * Callers who are counted together, such as all of one network. The claim that takes a seat for one of them counts it in
 * its block in the same write: it costs nothing, and no two requests overlook each other.
 */
export interface Share {
  /** The attribute of blocks that counts. Short, and no other attribute's name. */
  attribute: string;
  /** How many seats they may take, of the room or of one block; nothing where they may take all. */
  most?: number | undefined;
}

type CountedBlock = Partial<Record<string, number>>;
const countOf = (block: SeatCount, attribute: string): number =>
  Number((block as unknown as CountedBlock)[attribute] ?? 0);

/** How many seats are counted under this name: in a room that was read with it, or in a summary, where a few are none. */
export const countedIn = (room: AnyRoom, attribute: string): number =>
  room.summary
    ? (room.summary.counted[attribute] ?? 0)
    : room.blocks.reduce((sum, block) => sum + countOf(block, attribute), 0);

const namesOf = (room: AnyRoom): string[] =>
  room.summary
    ? Array.from({ length: room.summary.blocks }, (_, i) => blockName(i + 1))
    : room.blocks.map(({ sk }) => sk).sort();

/** Each block's part of a share: it refuses by itself, and all parts together are the share. Pure. */
export const partsOf = (room: AnyRoom, most: number): Map<string, number> => {
  const blocks = namesOf(room);
  const upTo = (i: number) => Math.floor((i * most) / blocks.length);
  return new Map(blocks.map((sk, i) => [sk, upTo(i + 1) - upTo(i)]));
};

/** The room as callers of a share see it: a block whose part is used looks full. A summary does not know. Pure. */
export const roomForShare = (room: Room, { attribute, most }: Share): Room => {
  if (most === undefined) return room;
  const parts = partsOf(room, most);
  const isLeft = (block: SeatCount) => countOf(block, attribute) < parts.get(block.sk)!;
  return { ...room, blocks: room.blocks.map((b) => (isLeft(b) ? b : { ...b, count: b.size })) };
};

/** What of a share may be taken in one block. Pure. */
export const shareInBlock = (room: AnyRoom, { attribute, most }: Share, block: string): Share => ({
  attribute,
  ...(most !== undefined && { most: partsOf(room, most).get(block) ?? 0 }),
});
