import { fileWords } from '../../platform/files/download';
import { missing } from '../../platform/problem/problem';
import { table } from '../../platform/store/table';
import { localDate } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { libraryTable } from '../catalogue/library-table';
import { getEntry } from '../materials/get';
import { openFileOf } from '../materials/material';
import { FILE_KINDS } from './kinds';

/** How often a material's file was fetched on a day. It says nothing of who fetched it. */
interface DownloadCount {
  /** `downloads#mat_…` */
  pk: string;
  /** `day#2026-11-28` */
  sk: string;
  count: number;
  by?: string;
}
const downloadCounts = table<DownloadCount>(libraryTable);
const countsOf = (id: string) => `downloads#${id}`;

export interface FileDownload {
  url: string;
  name: string;
  type: string;
  size: number;
}

/**
 * Where the public fetches a material's newest open file, for ten minutes; counted.
 * @param counts false where the file is only asked about
 * @throws Problem missing `file-missing` also where the material is not published, or no file is open
 */
export const downloadFile = async (
  world: World,
  id: string,
  { counts = true }: { counts?: boolean } = {},
): Promise<FileDownload> => {
  const material = await getEntry(world, id);
  const file = material.state === 'published' ? openFileOf(material) : undefined;
  if (!file) throw missing('file');
  const { type, end } = FILE_KINDS[file.format];
  const name = `${fileWords(material.title) || 'tai-lieu'}.${end}`;
  const url = await world.files.downloadUrl(file.key, { name, type });
  if (counts) await count(world, id);
  return { url, name, type, size: file.size };
};

const count = (world: World, id: string) =>
  world.db.update(
    downloadCounts,
    { pk: countsOf(id), sk: `day#${localDate(world.now())}` },
    {
      expression: '#count = if_not_exists(#count, :none) + :one',
      names: { '#count': 'count' },
      values: { ':none': 0, ':one': 1 },
    },
  );

/** Downloads by day, the latest first. One call a page. */
export const listDownloads = async (
  world: World,
  id: string,
  { limit = 50, cursor }: { limit?: number; cursor?: string | undefined } = {},
) => {
  const { items, next } = await world.db.query(downloadCounts, {
    where: 'pk = :pk',
    values: { ':pk': countsOf(id) },
    limit,
    cursor,
    backwards: true,
  });
  return { items: items.map(({ sk, count }) => ({ day: sk.slice('day#'.length), count })), next };
};
