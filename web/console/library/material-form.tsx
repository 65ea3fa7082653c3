import type { FC } from 'hono/jsx';
import { listBodies } from '../../../functions/directory/bodies/list';
import type { MaterialInFull } from '../../../functions/library/materials/get';
import {
  FORMATS,
  MATERIAL_KINDS,
  MATERIAL_LANGUAGES,
  MaterialInput,
} from '../../../functions/library/materials/material';
import { parse } from '../../../functions/platform/input/parse';
import type { World } from '../../../functions/platform/world/world';
import { copy } from '../../copy/copy';
import { TASK_FIELD, taskOptions } from '../../parts/programme/task-field';
import {
  Button,
  type FieldSpec,
  type FilledForm,
  type Option,
  type Posted,
  type Values,
} from '../../ui/form';
import { TopicField } from './topic-field';

const { library: t } = copy('vi');
const optionsOf = <V extends string>(values: readonly V[], words: Readonly<Record<V, string>>): Option[] =>
  values.map((value) => ({ value, label: words[value] }));

/** What is asked of a material, in the order of the page. */
export const MATERIAL_FORM_FIELDS = {
  version: { as: 'hidden' },
  title: { label: 'Tên' },
  summary: { as: 'text-area', label: 'Tóm tắt', rows: 3, hint: 'Một, hai câu, hiện trong danh sách.' },
  kind: { as: 'radios', label: 'Loại', options: optionsOf(MATERIAL_KINDS, t.kinds) },
  topics: { as: 'custom', label: 'Chủ đề' },
  language: { as: 'radios', label: 'Ngôn ngữ', options: optionsOf(MATERIAL_LANGUAGES, t.languages) },
  format: {
    as: 'radios',
    label: 'Dạng',
    options: optionsOf(FORMATS, t.formats),
    hint: 'Tệp PDF hoặc bản ghi âm được tải lên sau khi lưu.',
  },
  authorId: {
    as: 'select',
    label: 'Cơ quan biên soạn',
    hint: 'Chọn trong danh bạ cơ quan.',
    empty: 'Không ghi',
    optional: true,
  },
  taskId: TASK_FIELD,
  url: { label: 'Đường dẫn tới video', hint: 'Chỉ ghi khi dạng là video.', type: 'url', optional: true },
  text: {
    as: 'text-area',
    label: 'Bài đọc',
    rows: 14,
    hint: 'Cần có khi dạng là bài đọc. Với bản ghi âm, video: lời của bản ghi, dành cho người không nghe được. Dòng bắt đầu bằng ## là đề mục.',
    optional: true,
  },
} as const satisfies Record<string, FieldSpec>;

type MaterialField = keyof typeof MATERIAL_FORM_FIELDS;

/** What a field is called in the error summary. */
export const nameOf = (path: string): string | undefined => {
  const labels: Readonly<Record<string, { as?: string; label?: string }>> = MATERIAL_FORM_FIELDS;
  return labels[path.split('.')[0]!]?.label;
};

/** A posted form of a material as its input. @throws Problem invalid */
export const readMaterial = ({ fields, typed }: Posted<MaterialField>): MaterialInput => {
  const { title = '', summary = '', kind, language, format, authorId, taskId, url, text } = fields;
  const topics = [typed.topics ?? []].flat();
  return parse(MaterialInput, {
    title,
    summary,
    kind,
    topics,
    language,
    format,
    authorId,
    taskId,
    url,
    text,
  });
};

export const materialValues = ({ material, text }: MaterialInFull): Values => ({
  version: String(material.version),
  title: material.title,
  summary: material.summary,
  kind: material.kind,
  topics: material.topics,
  language: material.language,
  format: material.format,
  authorId: material.author?.id,
  taskId: material.taskId,
  url: material.url,
  text,
});

/** What a form offers to choose from. */
export interface MaterialChoices {
  authors: readonly Option[];
  tasks: readonly Option[];
}

export const materialChoices = async (world: World): Promise<MaterialChoices> => {
  const [bodies, tasks] = await Promise.all([listBodies(world), taskOptions(world)]);
  return { authors: bodies.map(({ id, name }) => ({ value: id, label: name })), tasks };
};

interface MaterialFormProps {
  form: FilledForm<MaterialField>;
  action: string;
  choices: MaterialChoices;
}

export const MaterialForm: FC<MaterialFormProps> = ({ form, action, choices }) => (
  <>
    <form.Errors />
    <form.Post class="form" action={action}>
      <form.Field name="title" />
      <form.Field name="summary" />
      <form.Field name="kind" />
      <TopicField form={form} />
      <form.Field name="language" />
      <form.Field name="format" />
      <form.Field name="authorId" options={choices.authors} />
      <form.Field name="taskId" options={choices.tasks} />
      <form.Field name="url" />
      <form.Field name="text" />
      <Button>Lưu</Button>
    </form.Post>
  </>
);
