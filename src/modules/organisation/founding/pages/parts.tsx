import { Chip } from '#web/Chip'
import { Section } from '#web/Section'
import type { Step } from '#web/StateSteps'
import { momentInWords } from '#web/words'
import type { Filing, Project, Row } from '../contract.ts'
import { itemNames, type State, stateNames, stepNames } from '../rules.ts'

/** The state as one sentence. */
export function sentenceOf({ name, state, superiorName }: Pick<Row, 'name' | 'state' | 'superiorName'>) {
  const said: Record<State, string> = {
    drafted: `正在筹备${name}。`,
    filed: `${name}已报送，等${superiorName}批复。`,
    returned: `${name}被退回，请补正。`,
    approved: `${name}已批准，接下来选举。`,
    elected: `${name}已选举，等上级登记。`,
    registered: `${name}成立了。`,
    withdrawn: `${name}的建会申请已撤回。`,
  }
  return said[state]
}

const order: readonly State[] = ['drafted', 'filed', 'approved', 'elected', 'registered']

/** 筹备 → 报批 → 批准 → 选举 → 成立 (ORG-02). */
export function stepsOf({ state, filedAt, decidedAt, election }: Project): Step[] {
  const at = state === 'returned' ? 1 : order.indexOf(state)
  const isStopped = state === 'returned' || state === 'withdrawn'
  const stateOf = (n: number): Step['state'] => (n < at ? 'done' : n > at ? 'later' : isStopped ? 'stopped' : 'now')
  return [
    { title: '筹备', state: at > 0 ? 'done' : stateOf(0) },
    { title: '报批', note: filedAt && momentInWords(filedAt), state: stateOf(1) },
    { title: '批准', note: decidedAt && momentInWords(decidedAt), state: at > 2 || state === 'approved' ? 'done' : 'later' },
    { title: '选举', note: election?.electedOn, state: state === 'approved' ? 'now' : at >= 3 ? 'done' : 'later' },
    { title: '成立', state: state === 'registered' ? 'done' : state === 'elected' ? 'now' : 'later' },
  ]
}

/** What the last return asked for, item by item. */
export function Returns({ filings, state }: { filings: readonly Filing[]; state: State }) {
  const last = filings.findLast(({ answer }) => answer === 'returned')
  if (!last || state !== 'returned') return null
  return (
    <Section title="上级退回，请补正" note={last.answeredAt && momentInWords(last.answeredAt)}>
      <ul className="duties">
        {last.items.map(({ item, reason }) => (
          <li key={item + reason} className="duty plain">
            <div>
              <p className="duty-title">{itemNames[item]}</p>
              <p className="late">{reason}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const levels = { BLOCK: '必须', WARN: '应当', INFO: '参考' } as const

/** Every rule that bears on the project, kept or not, with its article. */
export function Findings({ project: { findings, clock } }: { project: Project }) {
  return (
    <Section title="对照规定" note={`${findings.filter(({ ok }) => ok).length} / ${findings.length} 条符合`}>
      <ul className="duties">
        {findings.map(({ code, level, ok, says, cite }) => (
          <li key={code + says} className="duty plain">
            <div>
              <p className="duty-title">
                <Chip hue={ok ? 'green' : level === 'BLOCK' ? 'red' : 'amber'}>{ok ? '符合' : levels[level]}</Chip> {says}
              </p>
              <p className="cite">{cite}</p>
            </div>
          </li>
        ))}
        {clock && (
          <li className="duty plain">
            <div>
              <p className="duty-title">
                <Chip>期限</Chip> {clock.says}：{clock.dueOn} 前
              </p>
              <p className="cite">{clock.cite}</p>
            </div>
          </li>
        )}
      </ul>
    </Section>
  )
}

export const Timeline = ({ project: { timeline } }: { project: Project }) => (
  <Section title="办理经过">
    <ul className="duties">
      {timeline.map(({ id, step, who, note, at }) => (
        <li key={id} className="duty plain">
          <div>
            <p className="duty-title">{[stepNames[step], note].filter(Boolean).join('：')}</p>
            <p className="muted">{[momentInWords(at), who].filter(Boolean).join(' · ')}</p>
          </div>
        </li>
      ))}
    </ul>
  </Section>
)

export const StateChip = ({ state }: { state: State }) => (
  <Chip
    hue={
      state === 'returned'
        ? 'red'
        : state === 'filed' || state === 'elected'
          ? 'amber'
          : state === 'registered' || state === 'approved'
            ? 'green'
            : undefined
    }
  >
    {stateNames[state]}
  </Chip>
)
