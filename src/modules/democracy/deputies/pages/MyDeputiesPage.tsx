import { useQuery } from '@tanstack/react-query'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { Page } from '#web/Page'
import { Section } from '#web/Section'

/** 我的职工代表: who speaks for the worker in the congress; his own unit first. */
export function MyDeputiesPage() {
  const { data } = useQuery(api.deputies.mine.queryOptions())
  const isDeputy = data?.some((one) => one.isDeputy)
  return (
    <Page line={isDeputy ? '您是职工代表。' : '我的职工代表。'}>
      {data?.length === 0 && (
        <EmptyState title="单位还没有登记职工代表">选出代表后，名单在这里公布。有话可以先跟工会说。</EmptyState>
      )}
      {data?.map(({ termId, unionName, number, endsOn, units }) => (
        <Section key={termId} title={unionName} note={`第 ${number} 届，任期到 ${endsOn}`} padded>
          {units.map(({ id, name, isMine, deputies }) => (
            <p key={id}>
              <b>{name}</b> {isMine && <Chip hue="green">我的单位</Chip>}
              <br />
              {deputies.length ? deputies.join('、') : <span className="muted">暂缺</span>}
            </p>
          ))}
        </Section>
      ))}
    </Page>
  )
}
