import type { ReactNode } from 'react'
import { Chip } from '#web/Chip'
import { Section } from '#web/Section'
import type { Step as ShownStep } from '#web/StateSteps'
import { momentInWords } from '#web/words'
import type { Election, Row } from '../contract.ts'
import { type ElectionState, electionStateNames, type Step, stepNames } from '../rules/names.ts'

const levels = { BLOCK: '必须', WARN: '应当', INFO: '参考' } as const

/** Rules that bear on the case, kept or not, each with its article. */
export function Findings({ title, list }: { title: string; list: Election['findings'] }) {
  if (!list.length) return null
  return (
    <Section title={title} note={`${list.filter(({ ok }) => ok).length} / ${list.length} 条符合`}>
      <ul className="duties">
        {list.map(({ code, level, ok, says, cite }) => (
          <li key={code + says} className="duty plain">
            <div>
              <p className="duty-title">
                <Chip hue={ok ? 'green' : level === 'BLOCK' ? 'red' : 'amber'}>{ok ? '符合' : levels[level]}</Chip> {says}
              </p>
              <p className="cite">{cite}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const hues: Record<ElectionState, 'amber' | 'green' | 'red' | undefined> = {
  open: 'amber',
  approved: 'green',
  withdrawn: undefined,
  redone: 'red',
}
export const StateChip = ({ state }: { state: ElectionState }) => <Chip hue={hues[state]}>{electionStateNames[state]}</Chip>

/** Where the election is, as one sentence. */
export function sentenceOf({ unionName, title, state, step, waitsFor, isRehearsal }: Row): ReactNode {
  const name = `${unionName}${title}`
  if (state === 'approved') return isRehearsal ? `${name}演练完了。` : `${name}已批准。`
  if (state !== 'open') return `${name}：${electionStateNames[state]}。`
  return waitsFor ? `${name}：等上级答复。` : `${name}：现在办“${stepNames[step]}”。`
}

const shown = { done: 'done', now: 'now', later: 'later', skipped: 'done', stopped: 'stopped', notNeeded: 'later' } as const

/** The chain for `StateSteps`; a step left out says so. */
export const stepsOf = ({ chain }: Pick<Election, 'chain'>): ShownStep[] =>
  chain
    .filter(({ state }) => state !== 'notNeeded')
    .map(({ step, state, reason }) => ({
      title: stepNames[step],
      state: shown[state],
      note: reason ? `略过：${reason}` : undefined,
    }))

export const stateAt = ({ chain }: Pick<Election, 'chain'>, step: Step) => chain.find((one) => one.step === step)!.state

const eventNames: Record<string, string> = {
  ...{ opened: '开始办理', saved: '修改方案', filed: '报送', answered: '上级答复', skipped: '略过', withdrawn: '撤回' },
  ...{ rollDrawn: '生成名册', enrolled: '增补选民', struck: '除名', rollPublished: '公布名册', rollFrozen: '名册定稿' },
  ...{
    challenged: '收到意见',
    challengeAnswered: '答复意见',
    recommended: '推荐',
    checked: '核对候选人',
    shortlisted: '建议名单',
  },
  ...{
    consented: '本人同意',
    declined: '本人不同意',
    dropped: '取消候选人',
    nominated: '名单定稿',
    candidatesPublished: '公示候选人',
  },
  ...{
    started: '大会开始',
    adopted: '通过监票计票人和选举办法',
    roundOpened: '开始投票',
    roundClosed: '投票截止',
    counted: '录入计票',
  },
  ...{ resolved: '核对计票', settled: '确定结果', leftOpen: '保留缺额', reduced: '减少名额', announced: '宣布结果' },
}

export const Timeline = ({ list }: { list: Election['timeline'] }) => (
  <Section title="办理经过">
    <ul className="duties">
      {list.map(({ id, what, note, who, at }) => (
        <li key={id} className="duty plain">
          <div>
            <p className="duty-title">{[eventNames[what] ?? what, note].filter(Boolean).join('：')}</p>
            <p className="muted">{[momentInWords(at), who].filter(Boolean).join(' · ')}</p>
          </div>
        </li>
      ))}
    </ul>
  </Section>
)
