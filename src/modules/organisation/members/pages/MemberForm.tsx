import { Form, Input, Select } from 'antd'
import { ageOn } from '#kit/dates'
import { checkIdNumber } from '#kit/identifiers'
import { rule } from '#web/rule'
import { Section } from '#web/Section'
import { today } from '#web/words'
import { CitizenNumber, Facts, type Changes } from '../contract.ts'
import {
  bases,
  educations,
  employmentForms,
  ethnicities,
  fieldNames,
  households,
  idTypes,
  newForms,
  politicals,
  sexes,
  skillLevels,
} from '../contract/words.ts'
import { optionsOf } from './words.tsx'

export type FormValues = Changes
type Field = keyof typeof Facts.shape

const nations = ethnicities.map((name) => ({ value: name, label: name }))
const choices: Partial<Record<Field, { value: string; label: string }[]>> = {
  sex: optionsOf(sexes),
  ethnicity: nations,
  political: optionsOf(politicals),
  education: optionsOf(educations),
  household: optionsOf(households),
  skillLevel: optionsOf(skillLevels),
  employmentForm: optionsOf(employmentForms),
  newForm: optionsOf(newForms),
  basis: optionsOf(bases),
}

/** One field, with its name, its rule and what can be chosen. `hint` stands where nothing is typed yet. */
function Item({ field, hint }: { field: Field; hint?: string | undefined }) {
  const options = choices[field]
  return (
    <Form.Item name={field} label={fieldNames[field]} rules={[rule(Facts.shape[field])]} validateTrigger="onBlur">
      {options ? (
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={options} />
      ) : (
        <Input placeholder={hint ?? ''} autoComplete="off" />
      )}
    </Form.Item>
  )
}

type Props = {
  /** The masked number and mobile of a record that is there already: left alone unless typed anew. */
  masked?: { idNumber: string | null; mobile: string | null }
}

/** The fields of a record. Sex and birthday are read from the identity number; they are asked for only where there is none. */
export function MemberFields({ masked }: Props) {
  const form = Form.useFormInstance<FormValues>()
  const idType = Form.useWatch('idType', form) ?? 'citizen'
  const idNumber = Form.useWatch('idNumber', form)
  const isNewForm = Form.useWatch('employmentForm', form) === 'newForm'
  const isCitizen = idType === 'citizen'
  const keep = (value: string | null | undefined) => (value ? `${value}（不改就空着）` : undefined)
  const said = isCitizen && idNumber ? checkIdNumber(idNumber) : null
  return (
    <>
      <Section title="是谁" padded>
        <div className="fields">
          <Item field="name" />
          <Form.Item name="idType" label={fieldNames.idType}>
            <Select options={optionsOf(idTypes)} />
          </Form.Item>
          <Form.Item
            name="idNumber"
            label="证件号码"
            rules={isCitizen ? [rule(CitizenNumber.optional())] : []}
            validateTrigger="onBlur"
            extra={
              said && !('problem' in said)
                ? `${sexes[said.sex]}，${said.birthDate} 出生，${ageOn(said.birthDate, today())} 岁`
                : undefined
            }
          >
            <Input placeholder={keep(masked?.idNumber) ?? ''} autoComplete="off" inputMode="text" />
          </Form.Item>
          <Item field="mobile" hint={keep(masked?.mobile)} />
          {!(said && !('problem' in said)) && !(isCitizen && masked?.idNumber) && (
            <>
              <Item field="sex" />
              <Item field="birthOn" hint="如 1990-05-17" />
            </>
          )}
          <Item field="ethnicity" />
          <Item field="political" />
          <Item field="education" />
          <Item field="household" />
        </div>
      </Section>
      <Section title="在哪里工作" padded>
        <div className="fields">
          <Item field="employer" />
          <Item field="employerCode" />
          <Item field="job" />
          <Item field="employmentForm" />
          {isNewForm && <Item field="newForm" />}
          <Item field="skillLevel" />
          <Item field="basis" />
        </div>
      </Section>
    </>
  )
}

/** What was typed: an emptied field is none, blanks at the ends go. */
export const tidied = (values: FormValues) =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, typeof value === 'string' ? value.trim() || null : (value ?? null)]),
  ) as FormValues
