import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { DutyList, DutyRow } from '#web/DutyRow'
import { Section } from '#web/Section'
import { momentInWords } from '#web/words'

/** On 今天: foundings that wait for an answer, and elections that wait to be registered. */
export function WaitingPanel() {
  const filed = useQuery(api.founding.list.queryOptions({ input: { state: 'filed', size: 5 } }))
  const elected = useQuery(api.founding.list.queryOptions({ input: { state: 'elected', size: 5 } }))
  const rows = [...(filed.data?.rows ?? []), ...(elected.data?.rows ?? [])]
  if (rows.length === 0) return null
  return (
    <Section title="网上建会">
      <DutyList>
        {rows.map(({ id, name, state, answerBy, filedAt, supporters }) => (
          <DutyRow
            key={id}
            title={state === 'filed' ? `批复成立${name}` : `登记${name}的选举结果`}
            note={[filedAt && `${momentInWords(filedAt)} 报送`, `${supporters} 人签名`].filter(Boolean).join('，')}
            cite="《工会法》第十二条"
            dueOn={answerBy ?? undefined}
            act={
              <Link to={`/founding/${id}` as '/'} className="btn plain">
                {state === 'filed' ? '去批复' : '去登记'}
              </Link>
            }
          />
        ))}
      </DutyList>
    </Section>
  )
}
