import type { FC } from 'hono/jsx';
import { unitLabel } from '../../../functions/directory/units/list';
import { type FieldError, Problem } from '../../../functions/platform/problem/problem';
import type { Page } from '../../env';
import { AnotherField, BasisField, OtherPersonFields } from '../../parts/nominations/nominee-fields';
import { atBasis } from '../../parts/nominations/read-nominee';
import { atFormFields, type Places } from '../../parts/registrations/person-fields';
import { type FormState, Select } from '../../ui/form';
import { Island } from '../../ui/island';

/** The questions about a person as the organizer writes the answers down: district, commune or body too. */
export const PersonByStaff: FC<{ c: Page; form: FormState; places: Places; basis?: boolean }> = ({
  c,
  form,
  places: { units, bodies },
  basis,
}) => {
  const districts = units.filter((u) => u.kind === 'district' || u.kind === 'city');
  const communes = units.filter((u) => districts.some((d) => d.id === u.parentId));
  return (
    <>
      <OtherPersonFields form={form}>
        <Select
          form={form}
          name="districtId"
          label="Huyện, thành phố"
          empty="Chọn"
          options={districts.map((u) => ({ value: u.id, label: unitLabel(u) }))}
        />
        {communes.length > 0 && (
          <Select
            form={form}
            name="communeId"
            label="Xã, phường, thị trấn"
            hint="Để trống nếu công tác ở cấp huyện"
            optional
            empty="Chọn"
            options={districts.flatMap((d) =>
              communes
                .filter((u) => u.parentId === d.id)
                .map((u) => ({ value: u.id, label: unitLabel(u), group: unitLabel(d) })),
            )}
          />
        )}
        {bodies.length > 0 && (
          <Select
            form={form}
            name="bodyId"
            label="Hoặc cơ quan, tổ chức"
            hint="Chọn mục này thì không cần chọn huyện, xã"
            optional
            empty="Chọn"
            options={bodies.map((b) => ({ value: b.id, label: b.name }))}
          />
        )}
      </OtherPersonFields>
      {basis && <BasisField c={c} form={form} />}
      <AnotherField form={form} />
      <Island name="communes" />
    </>
  );
};

/** Whatever is refused is named at the fields of this form, the ground last. */
export const atPersonFields = async <T,>(act: () => T | Promise<T>): Promise<T> => {
  try {
    return await atFormFields(async () => act());
  } catch (error) {
    if (error instanceof Problem && error.fields.length) {
      const fields: FieldError[] = atBasis(error.fields);
      throw new Problem(error.kind, error.code, error.detail, fields);
    }
    throw error;
  }
};
