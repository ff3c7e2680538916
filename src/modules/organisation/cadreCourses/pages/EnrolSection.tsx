import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { notify } from '#web/notes'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { Course } from '../contract.ts'

/** Enters cadres of one's own unions: found by name or union, ticked, sent in together. */
export function EnrolSection({ course }: { course: Course }) {
  const [text, setText] = useState('')
  const [picked, setPicked] = useState<Map<string, string>>(new Map())
  const { data } = useQuery({
    ...api.cadres.list.queryOptions({ input: { text: text.trim(), size: 12 } }),
    enabled: text.trim() !== '',
  })
  const enrol = useMutation(api.cadreCourses.enrolMany.mutationOptions())
  const turn = (id: string, name: string) => {
    const next = new Map(picked)
    if (!next.delete(id)) next.set(id, name)
    setPicked(next)
  }
  const send = () =>
    enrol.mutate(
      { courseId: course.id, memberIds: [...picked.keys()] },
      {
        onSuccess: ({ enrolled, already }) => {
          notify({ tone: 'good', title: `报上 ${enrolled} 人${already ? `，${already} 人原来就报了` : ''}` })
          setPicked(new Map())
          setText('')
        },
      },
    )
  return (
    <Section title="替干部报名" note="干部也可以在手机上自己报" padded>
      <label className="field">
        找干部
        <input value={text} placeholder="姓名或工会名称" onChange={({ target }) => setText(target.value)} />
      </label>
      <div className="usual" role="group" aria-label="找到的干部">
        {data?.rows.map(({ memberId, personName, unionName }) => (
          <button
            key={memberId}
            type="button"
            className="pill"
            aria-pressed={picked.has(memberId)}
            onClick={() => turn(memberId, personName)}
          >
            {personName} <span className="faint">{unionName}</span>
          </button>
        ))}
      </div>
      {text.trim() !== '' && data?.total === 0 && <p className="faint">没有找到在任的干部，请换个写法。</p>}
      {picked.size > 0 && (
        <div className="acts">
          <span className="muted">已选：{[...picked.values()].join('、')}</span>
          <Button kind="primary" busy={enrol.isPending} onClick={send}>
            报名 {picked.size} 人
          </Button>
        </div>
      )}
    </Section>
  )
}
