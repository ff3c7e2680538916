import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { DayField } from '#web/DayField'
import { EmptyState } from '#web/EmptyState'
import { usePermission } from '#web/me'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import { firstOf, refuse } from '#law/verdict'
import { Grid } from '#desk/organisation/competences'
import type { Record as NewRecord } from '../contract.ts'
import { courseKindNames, courseKinds, mayRecord } from '../rules.ts'
import { TrainingChip, useSubjects } from './words.tsx'

/** On a cadre's file: what he was trained in; what he took elsewhere is entered here. */
export function TrainingSection({ memberId, isCadre }: { memberId: string; isCadre: boolean }) {
  const { data } = useQuery(api.cadreCourses.ofCadre.queryOptions({ input: { memberId } }))
  const { named } = useSubjects()
  const mayManage = usePermission('posts.manage')
  const [isOpen, setOpen] = useState(false)
  const hours = data?.filter(({ completedOn }) => completedOn).reduce((sum, row) => sum + row.hours, 0) ?? 0
  return (
    <Section title="培训和证书" note={`结业 ${hours} 学时`}>
      {data?.length === 0 && <EmptyState title="还没有培训记录" />}
      {!!data?.length && (
        <Grid head={['培训', '科目', { num: '学时' }, '举办', '时间', '结果']}>
          {data.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {row.title} <span className="faint small">{courseKindNames[row.kind]}</span>
              </th>
              <td>{named(row.subjects)}</td>
              <td className="num">{row.hours}</td>
              <td>{row.organiser}</td>
              <td>{row.completedOn ?? row.startsOn}</td>
              <td>
                {row.completedOn ? (
                  <Link to={`/certificates/${row.id}` as '/'} className="link">
                    {row.certificateNumber ?? '结业'}
                  </Link>
                ) : (
                  <TrainingChip state={row.state} queue={row.queue} />
                )}
              </td>
            </tr>
          ))}
        </Grid>
      )}
      {mayManage && isCadre && !isOpen && (
        <p className="acts no-print cadre-foot">
          <Button onClick={() => setOpen(true)}>登记外出培训</Button>
        </p>
      )}
      {isOpen && <Elsewhere memberId={memberId} done={() => setOpen(false)} />}
    </Section>
  )
}

function Elsewhere({ memberId, done }: { memberId: string; done: () => void }) {
  const { items } = useSubjects()
  const record = useMutation(api.cadreCourses.record.mutationOptions())
  const [facts, setFacts] = useState<NewRecord>({
    ...{ memberId, kind: 'qualification', title: '', subjects: ['unionTheory'], hours: 8, organiser: '' },
    ...{ startsOn: today(), completedOn: today(), certificateNumber: null },
  })
  const put = (more: Partial<NewRecord>) => setFacts({ ...facts, ...more })
  const verdict = firstOf(
    facts.title.trim().length < 2 ? refuse('title', '请写培训名称') : null,
    facts.organiser.trim().length < 2 ? refuse('organiser', '请写举办单位') : null,
    mayRecord(facts.startsOn, facts.completedOn, today()),
  )
  const text = (key: 'title' | 'organiser' | 'certificateNumber', label: string) => (
    <label className="field">
      {label}
      <input
        value={facts[key] ?? ''}
        maxLength={60}
        onChange={({ target }) => put({ [key]: target.value || (key === 'certificateNumber' ? null : '') })}
      />
    </label>
  )
  return (
    <div className="card-body padded no-print">
      <div className="two">
        <label className="field">
          类别
          <select value={facts.kind} onChange={({ target }) => put({ kind: target.value as NewRecord['kind'] })}>
            {courseKinds.map((kind) => (
              <option key={kind} value={kind}>
                {courseKindNames[kind]}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          主要科目
          <select value={facts.subjects[0]} onChange={({ target }) => put({ subjects: [target.value] })}>
            {items.map(({ key, title }) => (
              <option key={key} value={key}>
                {title}
              </option>
            ))}
          </select>
        </label>
        {text('title', '培训名称')}
        {text('organiser', '举办单位')}
        <label className="field">
          学时
          <input
            type="number"
            min={1}
            value={facts.hours}
            onChange={({ target }) => put({ hours: Math.max(1, Number(target.value)) })}
          />
        </label>
        {text('certificateNumber', '证书编号（没有就空着）')}
        <div className="field">
          <DayField label="开始" value={facts.startsOn} max={today()} pick={(day) => day && put({ startsOn: day })} />
        </div>
        <div className="field">
          <DayField label="结业" value={facts.completedOn} max={today()} pick={(day) => day && put({ completedOn: day })} />
        </div>
      </div>
      <div className="acts">
        <Button onClick={done}>先不登记</Button>
        <RuledButton
          kind="primary"
          verdict={verdict}
          busy={record.isPending}
          onClick={() => record.mutate(facts, { onSuccess: done })}
        >
          登记
        </RuledButton>
      </div>
    </div>
  )
}
