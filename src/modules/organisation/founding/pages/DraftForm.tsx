import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { unitKindNames } from '#contracts/organisation/employers'
import { unitTypeNames } from '#rules/organisation/unions'
import { client, api } from '#web/api'
import { inWords } from '#web/faults'
import { useMe } from '#web/me'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { type Found, UnionFind } from '#web/UnionFind'
import { today } from '#web/words'
import type { Candidate, Draft, Project, Unit } from '../contract.ts'
import { bodyNames, formNames, nameFor, relationNames, seatNames, superiorsOf } from '../rules.ts'
import { Choice, DayOf, Text, Whole } from './fields.tsx'
import './founding.css'

const noUnit: Unit = { name: '', creditCode: null, unitKind: 'enterprise', headcount: 0, women: null, setUpOn: null }
const empty: Draft = {
  ...{ superiorId: '', form: 'unit', unitType: 'privateEnterprise', body: 'committee', name: '', sector: null, place: null },
  ...{ plan: '', electionOn: null, units: [noUnit], candidates: [] },
}
const draftOf = (project: Project): Draft => ({
  ...{ superiorId: project.unionId, form: project.form, unitType: project.unitType, body: project.body, name: project.name },
  ...{
    sector: project.sector,
    place: project.place,
    plan: project.plan,
    electionOn: project.electionOn,
    candidates: project.candidates,
  },
  units: project.units.map(({ id: _id, isOnRegister: _known, ...unit }) => unit),
})

/** 建会的基本情况: opening a project, or mending one that was returned. The same form on the desk and on the phone. */
export function DraftForm({ project, done }: { project?: Project; done: (id: string) => void }) {
  const { post } = useMe()
  const [draft, setDraft] = useState(() => (project ? draftOf(project) : empty))
  const [isForOthers, setForOthers] = useState(false)
  const open = useMutation(api.founding.open.mutationOptions({ meta: { quiet: true } }))
  const save = useMutation(api.founding.save.mutationOptions({ meta: { quiet: true } }))
  const fill = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const [superior, setSuperior] = useState<Found | null>(
    project ? { id: project.unionId, name: project.superiorName, above: null } : null,
  )
  const choose = (union: Found | null) => {
    setSuperior(union)
    fill({ superiorId: union?.id ?? '' })
  }
  const error = open.error ?? save.error
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const whole = { ...draft, name: draft.name || nameFor(draft.units[0]!.name) }
    const after = { onSuccess: ({ id }: { id: string }) => done(id) }
    if (project) save.mutate({ ...whole, id: project.id, version: project.version }, after)
    else open.mutate({ ...whole, isForOthers }, after)
  }
  return (
    <form className="stack" onSubmit={submit}>
      <Section title="怎样建" padded>
        <div className="founding-grid">
          <Choice
            label="建会方式"
            names={formNames}
            value={draft.form}
            change={(form) => {
              choose(null)
              fill({ form })
            }}
          />
          <Choice label="组织形式" names={bodyNames} value={draft.body} change={(body) => fill({ body })} />
          <Choice label="单位类型" names={unitTypeNames} value={draft.unitType} change={(unitType) => fill({ unitType })} />
          <UnionFind
            key={draft.form}
            label="上一级工会"
            value={superior}
            pick={choose}
            kinds={superiorsOf(draft.form)}
            hint="写所在镇街、行业或总工会的名称"
          />
        </div>
      </Section>
      <Units draft={draft} fill={fill} {...(project && { exceptId: project.id })} />
      <Section title="名称和计划" padded>
        <div className="founding-grid">
          <Text
            label="工会名称"
            hint={draft.units[0]?.name ? nameFor(draft.units[0].name) : '单位全称＋工会委员会'}
            value={draft.name}
            change={(name) => fill({ name })}
          />
          <Text label="行业" value={draft.sector ?? ''} change={(sector) => fill({ sector: sector || null })} />
          <Text label="地点" value={draft.place ?? ''} change={(place) => fill({ place: place || null })} />
          <DayOf label="拟选举日期" value={draft.electionOn ?? ''} change={(day) => fill({ electionOn: day || null })} />
          <label className="field wide">
            筹备计划
            <textarea rows={3} maxLength={2000} value={draft.plan} onChange={(event) => fill({ plan: event.target.value })} />
          </label>
        </div>
      </Section>
      <Candidates list={draft.candidates} change={(candidates) => fill({ candidates })} />
      {!project && post && (
        <label className="check">
          <input type="checkbox" checked={isForOthers} onChange={(event) => setForOthers(event.target.checked)} />
          我以“{post.title}”的职务帮职工发起
        </label>
      )}
      {error && (
        <p className="warn" role="alert">
          {inWords(error).title} {inWords(error).cite && <span className="cite">{inWords(error).cite}</span>}
        </p>
      )}
      <Button type="submit" kind="primary" busy={open.isPending || save.isPending}>
        {project ? '存下修改' : '发起建会'}
      </Button>
    </form>
  )
}

type Part = { draft: Draft; fill: (part: Partial<Draft>) => void; exceptId?: string }

function Units({ draft: { units, form }, fill, exceptId }: Part) {
  const [said, setSaid] = useState<Record<number, string>>({})
  const change = (at: number, part: Partial<Unit>) =>
    fill({ units: units.map((unit, n) => (n === at ? { ...unit, ...part } : unit)) })
  // What the register knows is not typed again; a unit that has a union or a project is told at once.
  const look = async (at: number, creditCode: string) => {
    if (creditCode.length !== 18) return
    const found = await client.founding
      .lookUp({ creditCode, ...(exceptId && { exceptId }) })
      .catch((error) => inWords(error).title)
    if (typeof found === 'string') return setSaid({ ...said, [at]: found })
    const { unit, coveredBy, taken } = found
    if (unit) change(at, { creditCode, name: unit.name, unitKind: unit.unitKind, setUpOn: unit.setUpOn })
    const words = coveredBy
      ? `已有工会：${coveredBy}，请直接申请入会`
      : taken
        ? `已有人在筹建：${taken}`
        : unit
          ? '已与用人单位名册对上'
          : '名册里没有，请自己填'
    setSaid({ ...said, [at]: words })
  }
  return (
    <Section title="单位" note={form === 'joint' ? '联合建会至少两个单位' : undefined}>
      {units.map((unit, at) => (
        <div key={at} className="founding-row">
          <div className="founding-grid">
            <Text
              label="统一社会信用代码"
              hint="18 位，营业执照上有"
              value={unit.creditCode ?? ''}
              change={(code) => {
                change(at, { creditCode: code.trim().toUpperCase() || null })
                void look(at, code.trim().toUpperCase())
              }}
            />
            <Text label="单位全称" value={unit.name} change={(name) => change(at, { name })} />
            <Choice
              label="单位性质"
              names={unitKindNames}
              value={unit.unitKind}
              change={(unitKind) => change(at, { unitKind })}
            />
            <Whole
              label="职工人数"
              value={unit.headcount || null}
              change={(headcount) => change(at, { headcount: headcount ?? 0 })}
            />
            <Whole label="其中女职工" value={unit.women} change={(women) => change(at, { women })} />
            <DayOf
              label="开业（设立）日期"
              max={today()}
              value={unit.setUpOn ?? ''}
              change={(day) => change(at, { setUpOn: day || null })}
            />
          </div>
          {said[at] && (
            <p className="muted" role="status">
              {said[at]}
            </p>
          )}
          {units.length > 1 && (
            <div className="acts">
              <Button kind="link" onClick={() => fill({ units: units.filter((_, n) => n !== at) })}>
                去掉这个单位
              </Button>
            </div>
          )}
        </div>
      ))}
      {form !== 'unit' && (
        <div className="founding-row">
          <div className="acts">
            <Button onClick={() => fill({ units: [...units, noUnit] })}>再加一个单位</Button>
          </div>
        </div>
      )}
    </Section>
  )
}

function Candidates({ list, change }: { list: readonly Candidate[]; change: (list: Candidate[]) => void }) {
  const set = (at: number, part: Partial<Candidate>) => change(list.map((one, n) => (n === at ? { ...one, ...part } : one)))
  return (
    <Section title="委员会人选" note="可以先空着；与单位负责人的关系请如实申报">
      {list.map((one, at) => (
        <div key={at} className="founding-row">
          <div className="founding-grid">
            <Text label="姓名" value={one.name} change={(name) => set(at, { name })} />
            <Choice label="拟任" names={seatNames} value={one.seat} change={(seat) => set(at, { seat })} />
            <Choice
              label="有没有以下情形"
              names={relationNames}
              value={one.relation}
              change={(relation) => set(at, { relation })}
            />
          </div>
          <div className="acts">
            <Button kind="link" onClick={() => change(list.filter((_, n) => n !== at))}>
              去掉
            </Button>
          </div>
        </div>
      ))}
      <div className="founding-row">
        <div className="acts">
          <Button
            onClick={() => change([...list, { name: '', seat: list.length ? 'member' : 'chair', sex: null, relation: 'none' }])}
          >
            加一位人选
          </Button>
        </div>
      </div>
    </Section>
  )
}
