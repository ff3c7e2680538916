import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { momentInWords } from '#web/words'
import { QuestionList } from './Questions.tsx'
import { VersionText } from './Text.tsx'

/** Where the code on a notice-board print leads: whether what hangs there is what was published; the text itself only of what is public. */
export function ProofPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data } = useQuery({ ...api.disclosure.prove.queryOptions({ input: { id } }), throwOnError: true })
  const item = useQuery({ ...api.disclosure.shown.queryOptions({ input: { id } }), enabled: data?.isPublic === true })
  if (!data) return <Page line="正在核对。" />
  const isIntact = data.versions.every((version) => version.isIntact)
  return (
    <Page
      line={isIntact ? '原文与公开时一致。' : '原文与公开时不一致，请向工会反映。'}
      above={`${data.unionName} · ${data.label}`}
    >
      <Section title="各版的校验码" note="纸上的校验码与这里相同，纸上的内容才是公开的原文">
        <ul className="duties">
          {data.versions.map(({ number, title, publishedAt, hash, isIntact: intact }) => (
            <li key={number} className="duty plain">
              <div>
                <p className="duty-title">
                  {`第 ${number} 版${title ? ` ${title}` : ''}`}{' '}
                  <Chip hue={intact ? 'green' : 'red'}>{intact ? '一致' : '不一致'}</Chip>
                  {number < data.versions.length && <Chip hue="amber">已被更正</Chip>}
                </p>
                <p className="muted">{momentInWords(publishedAt)} 公开</p>
                <p>
                  <code className="disclosure-hash">{hash}</code>
                </p>
              </div>
            </li>
          ))}
        </ul>
        {data.takenDownOn && <p className="muted padded">{`${data.takenDownOn} 撤下公开栏。`}</p>}
      </Section>
      {item.data?.versions.map((version) => (
        <Section key={version.number} title={version.title} padded>
          <VersionText version={version} />
        </Section>
      ))}
      {item.data && item.data.questions.length > 0 && (
        <Section title="提问和答复">
          <QuestionList questions={item.data.questions} />
        </Section>
      )}
    </Page>
  )
}
