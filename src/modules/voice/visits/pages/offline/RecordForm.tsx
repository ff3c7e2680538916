import { useId } from 'react'
import { DayField } from '#web/DayField'
import { Section } from '#web/Section'
import { today } from '#web/words'
import type { Role, Theme, VisitRecord } from '../../contract.ts'
import { fieldNames, headings, roles } from '../../contract/words.ts'

type Props = {
  record: VisitRecord
  change: (patch: VisitRecord) => void
  themes: readonly Theme[]
  /** What the plan asks to be spoken of. */
  asked: readonly string[]
  isClosed: boolean
}

/** The record of a visit, field by field. */
export function RecordForm({ record, change, themes, asked, isClosed }: Props) {
  const text = (field: 'place' | 'found' | 'helped' | 'namesMet' | 'privateNote', hint: string, max: number, rows?: number) => (
    <TextField
      label={fieldNames[field]!}
      hint={hint}
      max={max}
      rows={rows}
      value={record[field] ?? ''}
      change={(value) => change({ [field]: value })}
    />
  )
  return (
    <fieldset className="visit-form" disabled={isClosed}>
      <Section title="到了哪里，见了谁" padded>
        <div className="field">
          <DayField
            label={fieldNames.visitedOn!}
            value={record.visitedOn ?? undefined}
            max={today()}
            pick={(visitedOn) => change({ visitedOn: visitedOn ?? null })}
          />
          {!record.visitedOn && (
            <button type="button" className="link" onClick={() => change({ visitedOn: today() })}>
              就是今天
            </button>
          )}
        </div>
        {text('place', '车间、食堂、站点', 100)}
        <Met met={record.met ?? {}} change={(met) => change({ met })} />
      </Section>
      <Section title="谈了什么" padded>
        <Themes themes={themes} asked={asked} chosen={record.themes ?? []} change={(chosen) => change({ themes: chosen })} />
        {text('found', '职工怎么说，您看到什么', 4000, 5)}
        {text('helped', '当场答复、办成的事', 2000, 3)}
      </Section>
      <Section title="只给走访人看的" note="加密保存，被走访单位看不到" padded>
        {text('namesMet', '姓名写在这里，不要写进上面', 300)}
        {text('privateNote', '个人难处、家里情况', 4000, 3)}
      </Section>
    </fieldset>
  )
}

type TextProps = {
  label: string
  hint: string
  max: number
  rows?: number | undefined
  value: string
  change: (value: string) => void
}
function TextField({ label, hint, max, rows, value, change }: TextProps) {
  const id = useId()
  const shared = { id, value, maxLength: max, placeholder: hint }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {rows ? (
        <textarea {...shared} rows={rows} onChange={(event) => change(event.target.value)} />
      ) : (
        <input {...shared} autoComplete="off" onChange={(event) => change(event.target.value)} />
      )}
    </div>
  )
}

type Counts = Partial<Record<Role, number>>

/** Whom one met: by role, with a finger. */
function Met({ met, change }: { met: Counts; change: (met: Counts) => void }) {
  const set = (role: Role, count: number) => {
    const { [role]: _, ...rest } = met
    change(count > 0 ? { ...rest, [role]: count } : rest)
  }
  return (
    <div className="field" role="group" aria-label="见了谁">
      <span className="muted">见了谁（只记身份和人数）</span>
      {(Object.keys(roles) as Role[]).map((role) => (
        <span key={role} className="met">
          <span>{roles[role]}</span>
          <button
            type="button"
            className="btn"
            aria-label={`${roles[role]}少一人`}
            onClick={() => set(role, (met[role] ?? 0) - 1)}
          >
            −
          </button>
          <input
            inputMode="numeric"
            aria-label={`${roles[role]}人数`}
            value={met[role] ?? ''}
            placeholder="0"
            onChange={(event) => set(role, Math.min(9999, Number.parseInt(event.target.value, 10) || 0))}
          />
          <button
            type="button"
            className="btn"
            aria-label={`${roles[role]}多一人`}
            onClick={() => set(role, (met[role] ?? 0) + 1)}
          >
            ＋
          </button>
        </span>
      ))}
    </div>
  )
}

type ThemesProps = {
  themes: readonly Theme[]
  asked: readonly string[]
  chosen: readonly string[]
  change: (chosen: string[]) => void
}
function Themes({ themes, asked, chosen, change }: ThemesProps) {
  const shown = themes.filter(({ key, isUsed }) => isUsed || chosen.includes(key))
  const turn = (key: string) => change(chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key])
  return Object.entries(headings).map(([heading, title]) => {
    const own = shown.filter((theme) => theme.heading === heading)
    if (own.length === 0) return null
    return (
      <div key={heading} className="field" role="group" aria-label={title}>
        <span className="muted">{title}</span>
        <span className="usual">
          {own.map(({ key, title: name }) => (
            <button key={key} type="button" className="pill" aria-pressed={chosen.includes(key)} onClick={() => turn(key)}>
              {name}
              {asked.includes(key) && '（计划要谈）'}
            </button>
          ))}
        </span>
      </div>
    )
  })
}
