import { useQuery } from '@tanstack/react-query'
import { api } from '#web/api'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Grid } from '#desk/organisation/competences'
import { answerKindNames, answerKinds, type Item, type Scoring } from '../rules/shapes.ts'

type Props = { items: readonly Item[]; scoring: Scoring; change: (items: Item[]) => void }

const fresh = (section: string): Item => ({
  ...{ key: `own${crypto.randomUUID().slice(0, 8)}`, section, asks: '', cite: null, answer: 'file' },
  ...{ fact: null, least: null, points: 5, isVeto: false },
})

/** What the standard asks, item by item; what the platform holds is answered from the records. */
export function ItemsEdit({ items, scoring, change }: Props) {
  const put = (key: string, more: Partial<Item>) => change(items.map((item) => (item.key === key ? { ...item, ...more } : item)))
  const sum = items.reduce((all, { points }) => all + points, 0)
  return (
    <Section title="要求" note={scoring === 'points' ? `共 ${items.length} 项，${sum} 分` : `共 ${items.length} 项`}>
      <Grid head={['分类', '要求', '怎样核对', '系统记录和要求', ...(scoring === 'points' ? ['分值'] : []), '一票否决', '办理']}>
        {items.map((item) => (
          <tr key={item.key}>
            <td>
              <input
                aria-label="分类"
                size={8}
                value={item.section}
                maxLength={20}
                onChange={({ target }) => put(item.key, { section: target.value })}
              />
            </td>
            <td>
              <input
                aria-label="要求"
                size={28}
                value={item.asks}
                maxLength={120}
                onChange={({ target }) => put(item.key, { asks: target.value })}
              />
            </td>
            <td>
              <select
                aria-label={`${item.asks}怎样核对`}
                value={item.answer}
                onChange={({ target }) =>
                  put(item.key, {
                    answer: target.value as Item['answer'],
                    ...(target.value !== 'fact' && { fact: null, least: null }),
                  })
                }
              >
                {answerKinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {answerKindNames[kind]}
                  </option>
                ))}
              </select>
            </td>
            <td>{item.answer === 'fact' && <FactPick item={item} put={(more) => put(item.key, more)} />}</td>
            {scoring === 'points' && (
              <td>
                <input
                  type="number"
                  min={0}
                  max={100}
                  aria-label={`${item.asks}的分值`}
                  value={item.points}
                  onChange={({ target }) => put(item.key, { points: Math.min(100, Math.max(0, Number(target.value))) })}
                />
              </td>
            )}
            <td>
              <input
                type="checkbox"
                aria-label={`${item.asks}一票否决`}
                checked={item.isVeto}
                onChange={() => put(item.key, { isVeto: !item.isVeto })}
              />
            </td>
            <td>
              <Button kind="link" onClick={() => change(items.filter(({ key }) => key !== item.key))}>
                去掉
              </Button>
            </td>
          </tr>
        ))}
      </Grid>
      <p className="acts cadre-foot">
        <Button onClick={() => change([...items, fresh(items.at(-1)?.section ?? '组织健全')])}>加一项</Button>
      </p>
    </Section>
  )
}

function FactPick({ item, put }: { item: Item; put: (more: Partial<Item>) => void }) {
  const { data } = useQuery(api.standards.facts.queryOptions())
  const unit = data?.find(({ key }) => key === item.fact)?.unit
  return (
    <>
      <select
        aria-label={`${item.asks}核对哪项记录`}
        value={item.fact ?? ''}
        onChange={({ target }) => put({ fact: target.value || null, least: null })}
      >
        <option value="">请选择</option>
        {data?.map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </select>{' '}
      {unit && unit !== 'yes' && (
        <label>
          至少{' '}
          <input
            type="number"
            min={0}
            aria-label={`${item.asks}至少多少`}
            value={item.least ?? ''}
            onChange={({ target }) => put({ least: target.value === '' ? null : Math.max(0, Number(target.value)) })}
          />
          {unit === 'percent' && '%'}
        </label>
      )}
    </>
  )
}
