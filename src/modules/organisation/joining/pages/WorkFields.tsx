import { Field } from '#web/account/Field'
import { bases, employmentForms, newForms, texts } from '../contract/words.ts'
import { Pills } from './Pills.tsx'
import { type Filled, usualBasis } from './work.ts'

type Props = { filled: Filled; fill: (part: Partial<Filled>) => void }

/** 在哪里工作 */
export const WorkFields = ({ filled, fill }: Props) => (
  <>
    <Pills
      label="用工形式"
      options={employmentForms}
      value={filled.form}
      pick={(form) => fill({ form, basis: null, newForm: null })}
    />
    {filled.form === 'newForm' && (
      <Pills label="做哪一行" options={newForms} value={filled.newForm} pick={(newForm) => fill({ newForm })} />
    )}
    <Field
      label={filled.form === 'newForm' ? '平台或站点（可以不填）' : '工作单位'}
      value={filled.employer}
      autoComplete="organization"
      maxLength={100}
      onChange={(event) => fill({ employer: event.target.value })}
    />
    <Field
      label="岗位（可以不填）"
      value={filled.job}
      autoComplete="organization-title"
      maxLength={40}
      onChange={(event) => fill({ job: event.target.value })}
    />
    {filled.form && (
      <Pills
        label="按什么加入"
        options={bases}
        value={filled.basis ?? usualBasis(filled.form)}
        pick={(basis) => fill({ basis })}
      />
    )}
  </>
)

/** The two texts one agrees to; the whole of each opens beneath. */
export const Consents = ({ filled, fill }: Props) => (
  <>
    {(['charter', 'privacy'] as const).map((which) => (
      <div key={which} className="consent">
        <input
          id={`consent-${which}`}
          type="checkbox"
          checked={filled[which]}
          onChange={(event) => fill({ [which]: event.target.checked })}
        />
        <div>
          <label htmlFor={`consent-${which}`}>{texts[which].title}</label>
          <details>
            <summary>看全文</summary>
            {texts[which].text}
          </details>
        </div>
      </div>
    ))}
  </>
)
