import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DayField } from '#web/DayField'
import { api } from '#web/api'
import { EmptyState } from '#web/EmptyState'
import { Figure } from '#web/Figure'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import type { ChangeKind } from '../contract.ts'
import { changeKindNames } from '../rules/names.ts'

/** 审批用时: how many layers decide, how long each takes, before and after a day (ORG-11). */
export function SpeedPage() {
  const [split, setSplit] = useState(`${today().slice(0, 4)}-01-01`)
  const { data } = useQuery(api.changes.figures.queryOptions({ input: { split } }))
  const { permissions } = useMe()
  return (
    <Page
      line="审批经几层，每层几天。"
      above="层级减少以前和以后，用同一张表比"
      acts={<DayField label="以哪天为界" value={split} max={today()} pick={(day) => day && setSplit(day)} />}
      side={permissions.includes('system.manage') && <Chains />}
    >
      <Section title="各类变更" note="从报送到批复">
        {data?.kinds.length === 0 && <EmptyState title="还没有批复过的变更" />}
        {data && data.kinds.length > 0 && (
          <table className="plain-table">
            <thead>
              <tr>
                <th>变更</th>
                <th>时期</th>
                <th className="num">件数</th>
                <th className="num">平均层数</th>
                <th className="num">平均天数</th>
                <th className="num">中位天数</th>
              </tr>
            </thead>
            <tbody>
              {data.kinds.map(({ kind, period, decided, layers, meanDays, medianDays }) => (
                <tr key={kind + period}>
                  <th scope="row">{changeKindNames[kind]}</th>
                  <td>{period === 'before' ? `${split} 以前` : `${split} 以后`}</td>
                  {[decided, layers, meanDays, medianDays].map((value, at) => (
                    <td key={at} className="num">
                      {value}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
      <Section title="每一层">
        <div className="figures">
          {data?.layers.map(({ layer, decided, meanDays, medianDays }) => (
            <Figure key={layer} label={`第 ${layer} 层，${decided} 件`} value={meanDays} unit="天">
              <span className="faint">中位 {medianDays} 天</span>
            </Figure>
          ))}
          <Figure label="正在等批复" value={data?.waiting} unit="件" to="/changes" search={{ state: 'filed' }} />
        </div>
      </Section>
    </Page>
  )
}

/** How many layers decide on each kind, from today on; what is filed already keeps its own. */
function Chains() {
  const { data } = useQuery(api.changes.chains.queryOptions())
  const set = useMutation(api.changes.setChain.mutationOptions())
  const now = (kind: ChangeKind) => data?.find((chain) => chain.kind === kind && chain.fromOn <= today())?.layers ?? 1
  return (
    <Section title="审批层级" note="今天起报送的照此办理" padded>
      {(Object.keys(changeKindNames) as ChangeKind[]).map((kind) => (
        <div key={kind} className="acts">
          <span style={{ minWidth: '10em' }}>{changeKindNames[kind]}</span>
          {[1, 2, 3].map((layers) => (
            <Button
              key={layers}
              aria-pressed={now(kind) === layers}
              kind={now(kind) === layers ? 'plain' : 'link'}
              busy={set.isPending}
              onClick={() => set.mutate({ kind, layers, fromOn: today() })}
            >
              {layers} 层
            </Button>
          ))}
        </div>
      ))}
    </Section>
  )
}
