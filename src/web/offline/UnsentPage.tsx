import { ask } from '#web/ask'
import { EmptyState } from '#web/EmptyState'
import { Page } from '#web/Page'
import { discard, type QueuedAct, sendAgain, useQueue } from '#web/queue'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { momentInWords } from '#web/words'

/** 没送出的: what waits on this phone, and what the server would not take, with all that was written. */
export function UnsentPage() {
  const acts = useQueue()
  const refused = acts.filter((act) => act.refused)
  return (
    <Page line={acts.length ? `${acts.length} 件还在这部手机里。` : '都送出去了。'}>
      {acts.length === 0 && <EmptyState title="没有等着送的">填的内容都已经送到工会。</EmptyState>}
      {refused.map((act) => (
        <Section key={act.key} title={act.title} note={momentInWords(new Date(act.at))} padded>
          <p className="late" role="alert">
            没送成：{act.refused?.title}
          </p>
          <Content act={act} />
          <div className="acts">
            <Button onClick={() => sendAgain(act)}>再送一次</Button>
            <Button kind="danger" onClick={() => confirmDiscard(act)}>
              不要了
            </Button>
          </div>
        </Section>
      ))}
      {acts.length > refused.length && (
        <Section title="等有网就送">
          <ul className="rows-plain">
            {acts
              .filter((act) => !act.refused)
              .map((act) => (
                <li key={act.key} className="duty plain">
                  {act.title}
                  <span className="faint">{momentInWords(new Date(act.at))}</span>
                </li>
              ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

const Content = ({ act }: { act: QueuedAct }) => <p className="muted small">{textsOf(act.input).join('；')}</p>

/** Whatever a person wrote in it: the texts, not the ids and pictures. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.length < 5000 && /[一-鿿]/.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? [...new Set(Object.values(value).flatMap(textsOf))] : []
}

async function confirmDiscard(act: QueuedAct) {
  const going = await ask({
    title: `不要“${act.title}”了？`,
    body: '内容会从这部手机上去掉，找不回来。',
    act: '不要了',
    danger: true,
  })
  if (going !== false) await discard(act)
}
