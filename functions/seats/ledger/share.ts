import type { Room, SeatCount } from './room';

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

/** How many seats are counted under this name, in a room that was read with it. */
export const countedIn = (room: Room, attribute: string): number =>
  room.blocks.reduce((sum, block) => sum + countOf(block, attribute), 0);

/** Each block's part of a share: it refuses by itself, and all parts together are the share. Pure. */
export const partsOf = (room: Room, most: number): Map<string, number> => {
  const blocks = room.blocks.map(({ sk }) => sk).sort();
  const upTo = (i: number) => Math.floor((i * most) / blocks.length);
  return new Map(blocks.map((sk, i) => [sk, upTo(i + 1) - upTo(i)]));
};

/** The room as callers of a share see it: a block whose part is used looks full. Pure. */
export const roomForShare = (room: Room, { attribute, most }: Share): Room => {
  if (most === undefined) return room;
  const parts = partsOf(room, most);
  const isLeft = (block: SeatCount) => countOf(block, attribute) < parts.get(block.sk)!;
  return { ...room, blocks: room.blocks.map((b) => (isLeft(b) ? b : { ...b, count: b.size })) };
};

/** What of a share may be taken in one block. Pure. */
export const shareInBlock = (room: Room, { attribute, most }: Share, block: string): Share => ({
  attribute,
  ...(most !== undefined && { most: partsOf(room, most).get(block)! }),
});
