import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { useMe, usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { momentInWords, today } from '#web/words'
import type { Year } from '../contract.ts'
import { mayLoadYearAt } from '../rules.ts'
import { YearForm } from './YearForm.tsx'
import { YearGrid } from './YearGrid.tsx'
import './rulebook.css'

/** 工作日历: a year with 休 and 班, by which every working day on the server is counted. */
export function CalendarPage() {
  const [year, setYear] = useState(Number(today().slice(0, 4)))
  const [isEntering, setEntering] = useState(false)
  const { post } = useMe()
  const mayManage = usePermission('system.manage')
  const { data } = useQuery(api.rulebook.year.queryOptions({ input: { year } }))
  const union = useQuery({ ...api.unions.get.queryOptions({ input: { id: post?.unionId ?? '' } }), enabled: mayManage && !!post })
  const verdict = union.data ? mayLoadYearAt(union.data) : null
  const turn = (by: number) => {
    setYear(year + by)
    setEntering(false)
  }
  return (
    <Page
      line={
        data && !data.notice ? (
          <>
            {year} 年的放假安排<em>还没有发布</em>，先按法定节假日计算。
          </>
        ) : (
          `${year} 年放假和调休，工作日都按它计算。`
        )
      }
      above="工作日历"
      acts={
        <>
          <Button aria-label={`上一年 ‹ ${year - 1}`} onClick={() => turn(-1)}>
            ‹ {year - 1}
          </Button>
          <Button aria-label={`下一年 ${year + 1} ›`} onClick={() => turn(1)}>
            {year + 1} ›
          </Button>
          {mayManage && !isEntering && (
            <RuledButton verdict={verdict} onClick={() => setEntering(true)}>
              录入放假通知
            </RuledButton>
          )}
        </>
      }
      side={data && <Sources year={data} />}
    >
      {isEntering && data ? (
        <YearForm key={year} year={data} done={() => setEntering(false)} />
      ) : (
        <Section title={`${year} 年`} note={data ? `休 ${data.rest.length} 天，班 ${data.work.length} 天` : undefined} padded>
          {data && <YearGrid year={year} rest={data.rest} work={data.work} />}
        </Section>
      )}
    </Page>
  )
}

function Sources({ year: { notice, loaded } }: { year: Year }) {
  return (
    <Section title="依据" padded>
      <p>{notice ?? '全国年节及纪念日放假办法（法定节假日，没有调休）'}</p>
      <p className="muted">
        <Chip hue="red">休</Chip> 放假 <Chip hue="blue">班</Chip> 周末上班
      </p>
      {loaded.length === 0 && (
        <EmptyState title="没有另行录入">新一年的通知发布后，由最上级工会录入，不用等软件更新。</EmptyState>
      )}
      {loaded.map(({ id, notice: words, setAt, byPost, moved, reason }) => (
        <p key={id} className="muted">
          {words} · {momentInWords(setAt)} {byPost} · {reason} · 改期 {moved} 项
        </p>
      ))}
    </Section>
  )
}
