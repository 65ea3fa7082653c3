import { newId } from '../../platform/keys/ids';
import { invalid, Problem } from '../../platform/problem/problem';
import { nextVersion } from '../../platform/store/optimistic-lock';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { getEntry } from '../materials/get';
import { forgetMaterials } from '../materials/list';
import {
  type FileFormat,
  isFileFormat,
  type Material,
  type MaterialFile,
  materialItems,
} from '../materials/material';
import { FILE_KINDS, FIRST_BYTES } from './kinds';

/** Versions that one item holds. */
const MOST_VERSIONS = 30;

const UPLOAD_ID = /^upl_[0-9a-z_]{1,60}$/;

/** Where a browser puts it. What nobody fetched from there is deleted by the bucket after a day. */
const incomingKey = (id: string, uploadId: string) => `incoming/${id}/${uploadId}`;

const formatOf = ({ format }: Material): FileFormat => {
  if (!isFileFormat(format)) throw new Problem('conflict', 'material-no-file-format');
  return format;
};

export interface AskedUpload {
  uploadId: string;
  url: string;
  fields: Record<string, string>;
  type: string;
  largest: number;
}

/**
 * A form by which a browser uploads a file straight to the store: a function takes 4 MB at most. The type and the size are
 * part of what is signed. `addFile` keeps what was uploaded.
 * @throws Problem missing `material-missing`, conflict `material-no-file-format`
 */
export const askUpload = async (world: World, id: string): Promise<AskedUpload> => {
  const { type, largest } = FILE_KINDS[formatOf(await getEntry(world, id))];
  const uploadId = newId('upload', world.now());
  const next = world.links.uploaded(id, uploadId);
  const form = await world.files.uploadForm(incomingKey(id, uploadId), { type, largest, next });
  return { uploadId, ...form, type, largest };
};

/**
 * Keeps an uploaded file as the newest version, closed. Idempotent. The copy is checked, not the upload: while its form
 * lives, a browser can write the upload anew, but no form writes the copy.
 * @throws Problem invalid `upload-missing`, `file-not-pdf`, `file-not-audio`, `file-above` on `uploadId`, conflict
 *   `material-files-full`, stale `material-stale`
 */
export const addFile = async (world: World, id: string, uploadId: string): Promise<Material> => {
  if (!UPLOAD_ID.test(uploadId)) throw invalid('uploadId', 'upload-missing');
  const material = await getEntry(world, id);
  const { files = [] } = material;
  if (files.some((file) => file.id === uploadId)) return material;
  if (files.length >= MOST_VERSIONS) throw new Problem('conflict', 'material-files-full');
  const format = formatOf(material);
  const kind = FILE_KINDS[format];
  const incoming = incomingKey(id, uploadId);
  if (!(await world.files.begin(incoming, FIRST_BYTES))) throw invalid('uploadId', 'upload-missing');
  const key = `library/${id}/${uploadId}.${kind.end}`;
  await world.files.copy(incoming, key);
  const copied = await world.files.begin(key, FIRST_BYTES);
  const fault = faultOf(format, copied);
  if (fault) {
    await Promise.all([world.files.delete(key), world.files.delete(incoming)]);
    throw invalid('uploadId', fault);
  }
  const file: MaterialFile = {
    id: uploadId,
    number: (files[0]?.number ?? 0) + 1,
    format,
    key,
    size: copied!.size,
    at: iso(world.now()),
    scan: 'waiting',
  };
  const saved = await saveFiles(world, material, [file, ...files]);
  await world.files.delete(incoming);
  return saved;
};

const faultOf = (
  format: FileFormat,
  copied: { bytes: Uint8Array; size: number } | undefined,
): string | undefined => {
  const { begins, largest } = FILE_KINDS[format];
  if (!copied) return 'upload-missing';
  if (copied.size > largest) return 'file-above';
  return begins(copied.bytes) ? undefined : `file-not-${format}`;
};

export const saveFiles = async (
  world: World,
  { id, version }: Material,
  files: MaterialFile[],
): Promise<Material> => {
  const written = await world.db.updateIf(
    materialItems,
    { pk: 'material', sk: id },
    nextVersion(version, { set: { files, updatedAt: iso(world.now()) }, returns: 'ALL_NEW' }),
  );
  forgetMaterials(world);
  if (!written.ok) throw new Problem('stale', 'material-stale');
  return written.item!;
};
