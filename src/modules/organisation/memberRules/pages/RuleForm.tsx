import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { InForce } from '#contracts/organisation/memberRules'
import { firstOf, type Verdict } from '#law/verdict'
import { DayField } from '#web/DayField'
import { Field } from '#web/account/Field'
import { api } from '#web/api'
import { notify } from '#web/notes'
import { useLaw } from '#web/useLaw'
import { Button, RuledButton } from '#web/RuledButton'
import { count, today } from '#web/words'
import { employmentForms, fields, formCodes, type Point, retainGrounds, type Setting } from '../contract/words.ts'
import { mayBegin, maySet, maySetAt } from '../rules.ts'

type Props = { unionId: string; rule: InForce; place: { kind: string; parentId: string | null }; done: () => void }
const most: Partial<Record<Point, number>> = { answerDays: 60, acceptDays: 90, checkMonths: 60 }

function isWhole({ point, value }: Setting, reason: string): Verdict {
  const limit = most[point]
  if (limit && !(Number.isInteger(value) && Number(value) >= 1 && Number(value) <= limit))
    return { code: 'memberRules.number', reason: `请填写 1 到 ${limit} 的整数` }
  return reason.trim().length >= 4 ? null : { code: 'memberRules.reason', reason: '请写明理由，至少 4 个字' }
}

/** Rules on one point: what, from when, why; and, before one confirms, how many records would newly break it. */
export function RuleForm({ unionId, rule, place, done }: Props) {
  const [setting, setSetting] = useState<Setting>({ point: rule.point, value: rule.value } as Setting)
  const [fromOn, setDay] = useState(today())
  const [reason, setReason] = useState('')
  const set = useMutation(api.memberRules.set.mutationOptions())
  const law = useLaw(unionId) ?? 'national'
  const verdict = firstOf(maySetAt(place), maySet(setting, fromOn, law), mayBegin(fromOn, today()), isWhole(setting, reason))
  const save = (wanted: Setting | { point: Point; value: null }) =>
    set.mutate(
      { unionId, setting: wanted, fromOn, reason, seen: rule.newestHere },
      {
        onSuccess: ({ rechecked }) => {
          notify({ title: rechecked ? `已规定，${count(rechecked)} 份档案重新核对` : '已规定', tone: 'good' })
          done()
        },
      },
    )
  const back = firstOf(mayBegin(fromOn, today()), isWhole({ point: 'fields', value: [] }, reason))
  return (
    <div className="narrow-form">
      <Value setting={setting} change={setSetting} />
      <DayField label="施行日期" isStacked min={today()} value={fromOn} pick={(day) => setDay(day ?? '')} />
      <Field label="理由" value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
      <Preview unionId={unionId} setting={setting} isPossible={!maySet(setting, fromOn, law)} />
      <div className="acts">
        <RuledButton verdict={verdict} kind="primary" busy={set.isPending} onClick={() => save(setting)}>
          照此施行
        </RuledButton>
        {rule.by?.unionId === unionId && (
          <RuledButton verdict={back} busy={set.isPending} onClick={() => save({ point: rule.point, value: null })}>
            取消本级规定
          </RuledButton>
        )}
        <Button onClick={done}>先不改</Button>
      </div>
    </div>
  )
}

function Preview({ unionId, setting, isPossible }: { unionId: string; setting: Setting; isPossible: boolean }) {
  const isAboutRecords =
    setting.point === 'fields' || (setting.point === 'checkMonths' && setting.value >= 1 && setting.value <= 60)
  const { data } = useQuery({
    ...api.memberRules.preview.queryOptions({ input: { unionId, setting } }),
    enabled: isAboutRecords && isPossible,
  })
  if (!isAboutRecords || !data) return null
  const what = setting.point === 'fields' ? '缺项' : '算作很久没有核对'
  return (
    <p role="status">
      {data.newly ? (
        <em>
          {count(data.newly)} 份档案会新算作{what}
        </em>
      ) : (
        `不会有档案新算作${what}`
      )}
      {data.mended > 0 && `，${count(data.mended)} 份不再算`}（本级和下级共 {count(data.records)} 份）
    </p>
  )
}

type Change = { setting: Setting; change: (setting: Setting) => void }

function Value({ setting, change }: Change) {
  const { point } = setting
  if (point === 'fields')
    return (
      <Picks label="除姓名、证件号码外必填" names={fields} picked={setting.value} pick={(value) => change({ point, value })} />
    )
  if (point === 'retainedFor')
    return <Picks label="接受的事由" names={retainGrounds} picked={setting.value} pick={(value) => change({ point, value })} />
  if (point === 'duesClasses') return <Classes setting={setting} change={change} />
  const unit = point === 'checkMonths' ? '每几个月核对一次' : '几个工作日'
  return (
    <Field
      label={unit}
      type="number"
      min={1}
      max={most[point]}
      value={setting.value || ''}
      onChange={(event) => change({ point, value: Number(event.target.value) })}
    />
  )
}

function Classes({
  setting,
  change,
}: {
  setting: Extract<Setting, { point: 'duesClasses' }>
  change: Change['change']
}): ReactNode {
  return formCodes.map((form) => (
    <Field
      key={form}
      label={`${employmentForms[form]}的会费类别`}
      placeholder="如：按工资千分之五、定额"
      maxLength={20}
      value={setting.value[form] ?? ''}
      onChange={({ target }) => {
        const { [form]: _before, ...others } = setting.value
        change({ point: 'duesClasses', value: target.value ? { ...others, [form]: target.value } : others })
      }}
    />
  ))
}

type PicksProps<T extends string> = { label: string; names: Record<T, string>; picked: T[]; pick: (picked: T[]) => void }

function Picks<T extends string>({ label, names, picked, pick }: PicksProps<T>) {
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      <div className="chips">
        {(Object.keys(names) as T[]).map((code) => (
          <button
            key={code}
            type="button"
            className="pill"
            aria-pressed={picked.includes(code)}
            onClick={() => pick(picked.includes(code) ? picked.filter((one) => one !== code) : [...picked, code])}
          >
            {names[code]}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
