import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Field } from '#web/account/Field'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { useMe, usePermission } from '#web/me'
import { notify } from '#web/notes'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { momentInWords } from '#web/words'
import type { Visit } from '../contract.ts'
import { fieldNames, type Grade, grades } from '../contract/words.ts'

/** What is sealed: that there is something, and for whoever may, the way to it. */
export function Sealed({ id }: { id: string }) {
  const mayReveal = usePermission('members.sensitive')
  const reveal = useMutation(api.visits.reveal.mutationOptions())
  const show = async () => {
    const reason = await ask({
      title: '查看走访人私下记的内容？',
      body: '里面有个人的难处。谁、什么时候、因为什么看过，都会留下记录。',
      act: '查看',
      reasons: ['安排困难帮扶', '处理紧急情况'],
    })
    if (reason !== false) reveal.mutate({ id, reason })
  }
  if (reveal.data)
    return (
      <dl className="facts no-print">
        {(['namesMet', 'privateNote'] as const).map((field) => (
          <div key={field}>
            <dt>{fieldNames[field]}</dt>
            <dd>{reveal.data[field] ?? '—'}</dd>
          </div>
        ))}
      </dl>
    )
  return (
    <p className="muted no-print">
      另有只给走访人看的内容，加密保存。{' '}
      {mayReveal && (
        <Button kind="link" busy={reveal.isPending} onClick={show}>
          说明理由查看
        </Button>
      )}
    </p>
  )
}

/** The union visited rates, through its chair; everybody else reads that it has not yet. */
export function Rate({ visit }: { visit: Visit }) {
  const { post } = useMe()
  const [grade, setGrade] = useState<Grade>()
  const [reason, setReason] = useState('')
  const act = useMutation(
    api.visits.rate.mutationOptions({ onSuccess: () => notify({ tone: 'good', title: '评价送到了，谢谢' }) }),
  )
  if (post?.unionId !== visit.unionId || visit.state !== 'submitted') return <p className="muted">还没有评价。</p>
  const verdict = grade
    ? reason.trim().length >= 4
      ? null
      : { code: 'visits.reason', reason: '请写明理由，至少 4 个字' }
    : { code: 'visits.grade', reason: '请选一项' }
  return (
    <>
      <div className="usual" role="group" aria-label="这次走访怎么样">
        {(Object.keys(grades) as Grade[]).map((each) => (
          <button key={each} type="button" className="pill" aria-pressed={grade === each} onClick={() => setGrade(each)}>
            {grades[each]}
          </button>
        ))}
      </div>
      <Field label="为什么这么说" value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
      <div className="acts">
        <RuledButton
          verdict={verdict}
          busy={act.isPending}
          onClick={() => grade && act.mutate({ id: visit.id, grade, reason: reason.trim() })}
        >
          评价这次走访
        </RuledButton>
      </div>
    </>
  )
}

/** Who wrote what when, as a superior may read it. */
export function History({ id }: { id: string }) {
  const { data } = useQuery(api.visits.revisions.queryOptions({ input: { id } }))
  if (!data || data.length === 0) return null
  return (
    <Section title="修改经过" note={`${data.length} 次`}>
      <ul className="duties no-print">
        {data.map(({ version, byName, at, changes }) => (
          <li key={version} className="duty plain">
            <div>
              <p className="duty-title">
                {byName} <span className="faint">{momentInWords(at)}</span>
              </p>
              <p className="muted">
                {changes.map(({ field }) => fieldNames[field] ?? (field === 'dropped' ? '恢复走访' : field)).join('、')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
