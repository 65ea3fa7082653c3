import type { FC } from 'hono/jsx';
import {
  isOpen,
  type Material,
  type MaterialFile,
  openFileOf,
} from '../../../functions/library/materials/material';
import { sizeWords } from '../../../functions/platform/text/size';
import { shortDate } from '../../../functions/platform/time/format-date';
import { routes } from '../../routes';

const stateOf = (file: MaterialFile, current: boolean): { word: string; tag: string } => {
  if (file.scan === 'infected') return { word: 'Có mã độc, đã khóa', tag: 'tag stop' };
  if (!isOpen(file)) return { word: 'Chưa quét, chưa mở', tag: 'tag sun' };
  return current ? { word: 'Người đọc nhận tệp này', tag: 'tag' } : { word: 'Bản cũ', tag: 'tag grey' };
};

/** The versions of a material's file, and the form that opens one that no scanner looked at. */
export const Files: FC<{ material: Material; edit: boolean }> = ({ material, edit }) => {
  const { id, files = [] } = material;
  const current = openFileOf(material)?.id;
  return (
    <section>
      <h2>Tệp</h2>
      {files.length === 0 && <p>Chưa có tệp nào.</p>}
      <ul>
        {files.map((file) => {
          const { word, tag } = stateOf(file, file.id === current);
          return (
            <li>
              Phiên bản {String(file.number)}, {sizeWords(file.size, 'vi')}, {shortDate(file.at)}{' '}
              <span class={tag}>{word}</span>
              {file.opened && <p class="soft small">Mở khi chưa quét: {file.opened.note}</p>}
              {edit && file.scan === 'waiting' && !file.opened && <OpenForm id={id} file={file} />}
            </li>
          );
        })}
      </ul>
      {edit && (
        <p>
          <a class="btn plain" href={routes.consoleMaterialUpload(id)}>
            {files.length ? 'Tải lên phiên bản mới' : 'Tải tệp lên'}
          </a>
        </p>
      )}
    </section>
  );
};

const OpenForm: FC<{ id: string; file: MaterialFile }> = ({ id, file }) => (
  <form method="post" action={routes.consoleMaterialOpenFile(id)} class="form">
    <input type="hidden" name="fileId" value={file.id} />
    <div class="field">
      <label for={`o-note-${file.id}`}>Lý do mở khi chưa quét</label>
      <input type="text" id={`o-note-${file.id}`} name="note" maxlength={300} required />
    </div>
    <button type="submit" class="btn plain">
      Mở cho người đọc
    </button>
  </form>
);
