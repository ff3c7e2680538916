import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { Cite } from '#web/Cite'
import { DayField } from '#web/DayField'
import { usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import { firstOf, refuse } from '#law/verdict'
import { Grid, RatingSection } from '#desk/organisation/competences'
import { TrainingSection } from '#desk/organisation/cadreCourses'
import { SelectionSection } from '#desk/organisation/openings'
import type { File } from '../contract.ts'
import { mayAgree } from '../rules.ts'
import { lackNames, taskNames } from '../rules/tasks.ts'
import { hoursOf, LoadChip } from './words.tsx'

/** One cadre's file, from the records: posts and terms, time, abilities, trainings. Prints as it stands. */
export function FilePage() {
  const { memberId } = useParams({ strict: false }) as { memberId: string }
  const { data: file } = useSuspenseQuery(api.cadres.get.queryOptions({ input: { memberId } }))
  const { row } = file
  return (
    <Page
      above={row ? `${row.unionName} · ${row.isFullTime ? '专职' : '兼职'}干部` : '已不在任'}
      line={`${file.personName}的干部档案`}
      acts={<Button onClick={() => print()}>打印</Button>}
    >
      {row && row.lacks.length > 0 && (
        <p className="chips">
          {row.lacks.map((lack) => (
            <Chip key={lack} hue="amber">
              {lackNames[lack]}
            </Chip>
          ))}
        </p>
      )}
      <Section title="任职经历" note="来自任职登记">
        <Grid head={['任职', '工会', '起止', '专兼职', '产生和依据']}>
          {file.terms.map(({ id, title, unionId, unionName, fromOn, untilOn, endedOn, isFullTime, came, basis }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td>
                <Link to="/posts/$unionId" params={{ unionId }} className="link">
                  {unionName}
                </Link>
              </td>
              <td>
                {fromOn} 至 {endedOn ?? untilOn ?? '今'}
                {endedOn && <span className="faint">（卸任）</span>}
              </td>
              <td>{isFullTime ? '专职' : '兼职'}</td>
              <td>
                {came}
                {basis ? `，${basis}` : <span className="faint">，没有写依据</span>}
              </td>
            </tr>
          ))}
        </Grid>
      </Section>
      <SelectionSection memberId={memberId} terms={file.terms} />
      {row && !row.isFullTime && <TimeSection file={file} />}
      {file.isCadre && <RatingSection memberId={memberId} />}
      <TrainingSection memberId={memberId} isCadre={file.isCadre} />
    </Page>
  )
}

function TimeSection({ file }: { file: File }) {
  const mayManage = usePermission('posts.manage')
  const [isOpen, setOpen] = useState(false)
  const { allowance, agreements, months, row } = file
  const now = agreements.find(({ untilOn }) => untilOn === null)
  return (
    <Section title="工会工作时间" note={row && <LoadChip load={row.load} />}>
      <div className="card-body padded">
        <p>
          {now
            ? `与行政约定每月 ${now.hoursPerMonth} 小时（${now.basis}，${now.fromOn} 起）。`
            : '还没有与行政约定工会工作时间。'}
        </p>
        <p className="muted">
          带薪时间每月 {allowance.hours} 小时。{allowance.says} <Cite article={allowance.cite} />
        </p>
      </div>
      {months.length > 0 && (
        <Grid head={['月份', { num: '合计' }, { num: '占用工作时间' }, '做了什么']}>
          {months.map(({ month, minutes, counted, tasks }) => (
            <tr key={month}>
              <th scope="row">{month}</th>
              <td className="num">{hoursOf(minutes)}</td>
              <td className="num">{hoursOf(counted)}</td>
              <td>{tasks.map((each) => `${taskNames[each.task]} ${hoursOf(each.minutes)}`).join('，')}</td>
            </tr>
          ))}
        </Grid>
      )}
      {months.length === 0 && <p className="faint card-body padded">还没有工时记录，由本人在手机“记工时”里记。</p>}
      {mayManage && !isOpen && (
        <p className="acts no-print cadre-foot">
          <Button onClick={() => setOpen(true)}>{now ? '登记新的约定' : '登记约定'}</Button>
        </p>
      )}
      {isOpen && <Agreeing memberId={file.memberId} before={now?.fromOn ?? null} done={() => setOpen(false)} />}
    </Section>
  )
}

function Agreeing({ memberId, before, done }: { memberId: string; before: string | null; done: () => void }) {
  const [facts, setFacts] = useState({ hoursPerMonth: 24, basis: '', fromOn: today() })
  const agree = useMutation(api.cadres.agree.mutationOptions())
  const verdict = firstOf(
    facts.basis.trim().length < 4 ? refuse('basis', '请写依据，至少 4 个字') : null,
    mayAgree(true, false, facts.fromOn, before),
  )
  return (
    <div className="card-body padded no-print">
      <div className="two">
        <label className="field">
          每月小时
          <input
            type="number"
            min={1}
            max={240}
            value={facts.hoursPerMonth}
            onChange={({ target }) => setFacts({ ...facts, hoursPerMonth: Math.max(1, Number(target.value)) })}
          />
        </label>
        <label className="field">
          依据（协议、会议）
          <input value={facts.basis} maxLength={120} onChange={({ target }) => setFacts({ ...facts, basis: target.value })} />
        </label>
        <div className="field">
          <DayField label="从哪天起" value={facts.fromOn} pick={(fromOn) => fromOn && setFacts({ ...facts, fromOn })} />
        </div>
      </div>
      <div className="acts">
        <Button onClick={done}>先不登记</Button>
        <RuledButton
          kind="primary"
          verdict={verdict}
          busy={agree.isPending}
          onClick={() => agree.mutate({ memberId, ...facts }, { onSuccess: done })}
        >
          登记约定
        </RuledButton>
      </div>
    </div>
  )
}
