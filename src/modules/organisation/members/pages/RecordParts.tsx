import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { momentInWords } from '#web/words'
import type { Change, MemberRecord } from '../contract.ts'
import { type Came, cameNames, fieldNames, type Went, wentNames } from '../contract/words.ts'
import { actName, ChangeWords } from './words.tsx'

/** Where a person's membership was, the latest first. */
export const Stays = ({ stays }: { stays: MemberRecord['stays'] }) => (
  <Section title="会籍经过">
    {stays.length === 0 ? (
      <p className="quiet">还没有入会。</p>
    ) : (
      <ol className="course">
        {stays.toReversed().map(({ unionId, unionName, standing, fromOn, untilOn, came, went }) => (
          <li key={unionId + fromOn + standing + came}>
            <p className="when">
              {fromOn} 至 {untilOn ?? '今'}
            </p>
            <p>
              {unionName} {standing === 'retained' && <Chip hue="amber">保留会籍</Chip>}
            </p>
            <p className="muted">
              {cameNames[came as Came]}
              {went && `，${wentNames[went as Went]}`}
            </p>
          </li>
        ))}
      </ol>
    )}
  </Section>
)

type Changed = { at: Date; act: string; byPost: string | null; changes: Change[] }

/** Every act on the record; those that changed facts with the old and the new. */
export function History({ history, journal }: { history: Changed[]; journal: { id: string; at: Date; act: string }[] }) {
  const lines = [
    ...history.map((one) => ({ ...one, key: `${one.act}${one.at.getTime()}` })),
    ...journal
      .filter(({ act, at }) => !history.some((one) => one.act === act && one.at.getTime() === at.getTime()))
      .map(({ id, at, act }) => ({ key: id, at, act, byPost: null, changes: [] })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime())
  return (
    <Section title="更改记录" note="谁改了什么，一条不少">
      {lines.length === 0 ? (
        <p className="quiet">建档以来没有改过。</p>
      ) : (
        <ol className="course">
          {lines.map(({ key, at, act, byPost, changes }) => (
            <li key={key}>
              <p className="when">{momentInWords(at)}</p>
              <p>
                {actName(act)} {byPost && <span className="muted">{byPost}</span>}
              </p>
              {changes.map((change) => (
                <p key={change.field} className="muted">
                  <ChangeWords {...change} />
                </p>
              ))}
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

export type LookRow = { at: Date; field: 'idNumber' | 'mobile'; reason: string; byUnion: string; byPost: string }

/** Who saw a protected value, why and when. */
export const Looks = ({ looks, title = '谁看过证件号和手机号' }: { looks: readonly LookRow[]; title?: string }) => (
  <Section title={title} note={looks.length ? `${looks.length} 次` : undefined}>
    {looks.length === 0 ? (
      <p className="quiet">没有人看过。</p>
    ) : (
      <ol className="course">
        {looks.map(({ at, field, reason, byUnion, byPost }) => (
          <li key={`${at.getTime()}${field}`}>
            <p className="when">{momentInWords(at)}</p>
            <p>
              {byUnion}
              {byPost}，看了{fieldNames[field]}
            </p>
            <p className="muted">{reason}</p>
          </li>
        ))}
      </ol>
    )}
  </Section>
)

/** The merges a record took part in, and the way back. */
export function Merges({ id, mayManage }: { id: string; mayManage: boolean }) {
  const { data } = useQuery(api.members.merges.queryOptions({ input: { id } }))
  const unmerge = useMutation(api.members.unmerge.mutationOptions())
  if (!data?.length) return null
  const part = async (mergeId: string) => {
    const question = {
      title: '撤销这次并档？',
      body: '两份档案各自恢复并档前的样子，并档后另外改过的内容保留。',
      act: '撤销并档',
      danger: true,
    }
    if ((await ask(question)) !== false) unmerge.mutate({ id: mergeId })
  }
  return (
    <Section title="并档">
      <ol className="course">
        {data.map(({ id: mergeId, at, byPost, reason, undoneAt, keptId }) => (
          <li key={mergeId}>
            <p className="when">{momentInWords(at)}</p>
            <p>
              {keptId === id ? '并入了一份重复的档案' : '并入了另一份档案'} {undoneAt && <Chip>已撤销</Chip>}
            </p>
            <p className="muted">
              {byPost} {reason}
            </p>
            {mayManage && !undoneAt && keptId === id && (
              <Button kind="link" busy={unmerge.isPending} onClick={() => part(mergeId)}>
                撤销并档
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
