import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { EmptyState } from '#web/EmptyState'
import { FindBox } from '#web/FindBox'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { type Area, areas, areaOf } from '../contract/words.ts'

/** What workers ask about most. */
const usual: Area[] = ['MEM', 'ELEC', 'WC', 'CB', 'MED', 'ARB', 'HARD', 'PI']
const STEP = 20

/** 查法规: the rules that hold here, in plain words with their article, found by a word or by topic. */
export function PocketRulesPage() {
  const [find, setFind] = useState('')
  const [area, setArea] = useState<Area>()
  const [size, setSize] = useState(STEP)
  const input = { size, ...(find && { text: find }), ...(area && { area: [area] }) }
  const { data } = useQuery({ ...api.rulebook.search.queryOptions({ input }), placeholderData: keepPreviousData })
  return (
    <Page line="想知道怎么规定的，查一查。">
      <FindBox hint="入会、调解、产假……" found={find || undefined} find={setFind} />
      <div className="chips">
        {usual.map((one) => (
          <button
            key={one}
            type="button"
            className="pill"
            aria-pressed={area === one}
            onClick={() => setArea(area === one ? undefined : one)}
          >
            {areas[one]}
          </button>
        ))}
      </div>
      <Section title={area ? areas[area] : '规定'} note={data && `${data.total} 条`}>
        {data?.total === 0 && <EmptyState title="没有找到">换个词试试，比如“入会”“工资”。</EmptyState>}
        <ul className="duties">
          {data?.rows.map(({ id, says, cite, verified, by }) => (
            <li key={id} className="duty plain">
              <div>
                <p>{says}</p>
                <p className="muted small">
                  {areas[areaOf(id)]} · {cite}
                  {!verified && !by && ' · 条文待核对'}
                </p>
              </div>
            </li>
          ))}
        </ul>
        {data && data.rows.length < data.total && (
          <div className="acts">
            <Button onClick={() => setSize(Math.min(200, size + STEP))}>再看 {STEP} 条</Button>
          </div>
        )}
      </Section>
    </Page>
  )
}
