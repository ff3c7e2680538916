import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { usePermission } from '#web/me'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { dayInWords, today } from '#web/words'
import { mayEnd } from '../rules.ts'
import './rulebook.css'

/** One document, article by article, each with the rule it speaks of. */
export function DocumentPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error } = useQuery(api.rulebook.document.queryOptions({ input: { id } }))
  const mayManage = usePermission('system.manage')
  const end = useMutation(
    api.rulebook.endDocument.mutationOptions({ onSuccess: () => notify({ title: '已登记废止', tone: 'good' }) }),
  )
  if (error) return <Page line="没有找到这件文件">{<EmptyState title={inWords(error).title} />}</Page>
  if (!data) return <Page line="文件" />
  async function repeal() {
    const reason = await ask({
      title: '从今天起废止这件文件？',
      body: '条文和引用记录保留，只是不再列为现行依据。',
      act: '登记废止',
      reasons: ['被新文件代替', '试行期满'],
    })
    if (reason) end.mutate({ id, endsOn: today(), reason })
  }
  return (
    <Page
      line={data.title}
      above={
        <Link to={'/rulebook/documents' as '/'} className="link">
          文件
        </Link>
      }
      acts={
        mayManage &&
        data.isOwn && (
          <RuledButton verdict={mayEnd(data, today())} onClick={repeal}>
            废止
          </RuledButton>
        )
      }
      side={
        <Section title="文件信息" padded>
          <dl className="facts">
            <dt>文号</dt>
            <dd>{data.number ?? '—'}</dd>
            <dt>发文单位</dt>
            <dd>{data.issuer}</dd>
            <dt>发文日期</dt>
            <dd>{dayInWords(data.issuedOn)}</dd>
            <dt>施行</dt>
            <dd>
              {dayInWords(data.fromOn)}起{data.endsOn && `，${dayInWords(data.endsOn)}废止`}
            </dd>
            <dt>录入</dt>
            <dd>{data.unionName}</dd>
          </dl>
        </Section>
      }
    >
      {data.changed.length > 0 && (
        <Section title="待修订" note="施行之后，所依据的规则有了新的规定" padded>
          <ul>
            {data.changed.map(({ statute, from, says }) => (
              <li key={statute}>
                <Link to={`/rulebook/${statute}` as '/'} className="link">
                  {statute}
                </Link>{' '}
                {dayInWords(from)}起：{says}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="条文" note={`${data.list.length} 条`}>
        <ul className="plain">
          {data.list.map(({ id: article, label, body, statute }) => (
            <li key={article} className="wording" id={article}>
              <b className="wording-place">{label}</b>
              <div>
                <p className="article-body">{body}</p>
                {statute && (
                  <p className="muted">
                    有关规则 <Link to={`/rulebook/${statute}` as '/'}>{statute}</Link>
                  </p>
                )}
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}
