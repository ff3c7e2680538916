import type { Found } from '#web/UnionFind'
import { type bases, type employmentForms, type newForms, texts } from '../contract/words.ts'

export type Form = keyof typeof employmentForms
export type Basis = keyof typeof bases

/** What is filled in on the one form, by an applicant or by a clerk for him. */
export type Filled = {
  union: Found | null
  name: string
  idNumber: string
  mobile: string
  employer: string
  job: string
  form: Form | null
  newForm: keyof typeof newForms | null
  basis: Basis | null
  charter: boolean
  privacy: boolean
}
export const blank: Filled = {
  union: null,
  name: '',
  idNumber: '',
  mobile: '',
  employer: '',
  job: '',
  form: null,
  newForm: null,
  basis: null,
  charter: false,
  privacy: false,
}

/** On what a membership usually rests, by form of employment (ORG-52); can be changed. */
export const usualBasis = (form: Form | null): Basis | null =>
  form === null ? null : form === 'newForm' ? 'platform' : form === 'flexible' ? 'residence' : 'labour'

/** The part of the call that says where and how somebody works. */
export const workOf = ({ union, employer, job, form, newForm, basis }: Filled) => ({
  unionId: union!.id,
  employer: employer.trim() || null,
  job: job.trim() || null,
  employmentForm: form!,
  newForm: form === 'newForm' ? newForm : null,
  basis: (basis ?? usualBasis(form))!,
  charterVersion: texts.charter.version,
  privacyVersion: texts.privacy.version,
})

/** What still lacks, in words; empty when it can be sent. */
export function lacks(filled: Filled, isKnown: boolean): string[] {
  const { union, name, idNumber, mobile, form, newForm, employer, charter, privacy } = filled
  const basis = filled.basis ?? usualBasis(form)
  return [
    !union && '选工会',
    !isKnown && !name && '姓名',
    !isKnown && !idNumber && '证件号码',
    !isKnown && !mobile && '手机号',
    !form && '用工形式',
    form === 'newForm' && !newForm && '哪一类新就业形态',
    basis === 'labour' && !employer.trim() && '工作单位',
    !(charter && privacy) && '勾选两项同意',
  ].filter((what) => typeof what === 'string')
}
