import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import { UnionPick } from '#desk/organisation/unions'
import { api } from '#web/api'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { count } from '#web/words'
import type { MakeUp } from '../contract.ts'
import { groupNames } from '../rules/names.ts'
import './alarms.css'

/** 构成对照: who sits on the committee and who chairs, beside those they stand for (ORG-15). */
export function MakeUpPage() {
  const { post } = useMe()
  const { union = post?.unionId }: { union?: string } = useSearch({ strict: false })
  const navigate = useNavigate()
  const makeUp = useQuery(api.alarms.makeUp.queryOptions({ input: union ? { unionId: union } : {} }))
  const { data } = makeUp
  return (
    <Page
      line={data ? sentence(data.unionName, data.rows) : '构成对照。'}
      above="委员会、主席与会员的构成"
      acts={<Button onClick={() => print()}>打印</Button>}
    >
      <Section
        title="各群体的占比"
        note={
          data &&
          `会员 ${count(data.members)} 人，本级委员会 ${count(data.seats)} 人，本级和下级委员 ${count(data.allSeats)} 人、主席 ${count(data.chairs)} 人，积极分子 ${count(data.activists)} 人`
        }
      >
        <div className="list-bar no-print">
          <label className="make-up-of">
            哪家工会{' '}
            <Suspense fallback={<span className="bone short" />}>
              <UnionPick
                {...(union && { value: union })}
                onChange={(id) => void navigate({ to: '.', search: { union: id } as never, replace: true })}
              />
            </Suspense>
          </label>
        </div>
        {makeUp.error && <EmptyState title={inWords(makeUp.error).title} />}
        <div className="make-up-scroll" tabIndex={0} role="region" aria-label="各群体的占比">
          <table className="plain-table make-up">
            <thead>
              <tr>
                <th scope="col">群体</th>
                <th scope="col">会员（含下级）</th>
                <th scope="col">本级委员会</th>
                <th scope="col">本级和下级委员会</th>
                <th scope="col">本级和下级主席</th>
                <th scope="col">积极分子</th>
              </tr>
            </thead>
            <tbody>
              {data?.rows.map(({ group, workforce, committee, committees, chairs, activists }) => (
                <tr key={group}>
                  <th scope="row">{groupNames[group]}</th>
                  <Share percent={workforce} isRound />
                  <Share percent={committee} of={workforce} />
                  <Share percent={committees} of={workforce} />
                  <Share percent={chairs} of={workforce} />
                  <Share percent={activists} of={workforce} isRound />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="faint small make-up-note">
          会员的占比按 5% 取整，人数太少不报；谁在委员会、谁是主席本来就公开，所以按实际算。一线职工、外来务工以档案里的标签为准。
        </p>
      </Section>
    </Page>
  )
}

/** A share far below that of the members is called so in words too. */
const isFar = (percent: number | null, of: number | null | undefined) =>
  percent !== null && of !== null && of !== undefined && of >= 15 && percent * 2 < of

function Share({ percent, of, isRound }: { percent: number | null; of?: number | null; isRound?: boolean }) {
  if (percent === null) return <td className="faint">{isRound ? '不报' : '没有'}</td>
  const far = isFar(percent, of)
  return (
    <td>
      <span className={far ? 'late num share-of' : 'num share-of'}>
        {isRound && '约 '}
        {percent}%{far && ' 偏低'}
      </span>
      <i className={far ? 'share far' : 'share'} style={{ width: `${percent}%` }} />
    </td>
  )
}

function sentence(name: string, rows: readonly MakeUp[]) {
  const far = rows.filter(({ committee, workforce }) => isFar(committee, workforce)).map(({ group }) => groupNames[group])
  return far.length > 0 ? `${name}的委员会里，${far.join('、')}明显偏少。` : `${name}的委员会与会员的构成没有明显偏离。`
}
