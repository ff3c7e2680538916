import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { usePermission } from '#web/me'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { Firm } from '../contract.ts'

/** At a firm: what a regional or trade congress resolved and asks it to confirm. */
export function FirmsWaiting({ unionId }: { unionId: string }) {
  const { data } = useQuery(api.congress.firmsOf.queryOptions({ input: { unionId } }))
  return data?.length ? <FirmsSection title="区域、行业职代会的决议" firms={data} isOwn /> : null
}

export function FirmsSection({ title, firms, isOwn }: { title: string; firms: readonly Firm[]; isOwn?: boolean }) {
  const answered = firms.filter(({ answer }) => answer).length
  return (
    <Section title={title} note={`${answered} / ${firms.length} 家已答复`}>
      <ul className="duties">
        {firms.map((firm) => (
          <li key={firm.id} className="duty plain">
            <div>
              <p className="duty-title">
                {isOwn ? firm.title : `${firm.name}（${firm.staff} 人）`}{' '}
                {firm.answer ? (
                  <Chip hue={firm.answer === 'confirmed' ? 'green' : 'red'}>
                    {firm.answer === 'confirmed' ? '已确认' : '不确认'}
                  </Chip>
                ) : (
                  <Chip hue="amber">等确认</Chip>
                )}
              </p>
              {isOwn && <p className="muted">{firm.resolution}</p>}
              {firm.answer && (
                <p className="muted">
                  {firm.answeredOn} {firm.answeredBy} {firm.note}
                </p>
              )}
            </div>
            {!firm.answer && <Answer firm={firm} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Answer({ firm }: { firm: Firm }) {
  const mayManage = usePermission('democracy.manage')
  const confirm = useMutation(api.congress.confirmFirm.mutationOptions())
  if (!mayManage) return null
  const yes = async () => {
    const by = await ask({
      title: `${firm.name}确认这次会议的决议？`,
      body: '写明企业由谁确认。',
      act: '确认决议',
      reasons: ['企业负责人书面确认'],
    })
    if (by !== false) confirm.mutate({ id: firm.id, answer: 'confirmed', by, note: null })
  }
  const no = async () => {
    const note = await ask({ title: `${firm.name}不确认？`, act: '不确认', reasons: ['与本企业情况不符，另行协商'] })
    if (note !== false) confirm.mutate({ id: firm.id, answer: 'refused', by: '企业负责人', note })
  }
  return (
    <span className="acts">
      <Button onClick={yes}>确认</Button>
      <Button kind="link" onClick={no}>
        不确认
      </Button>
    </span>
  )
}
