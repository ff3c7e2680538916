import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Grid } from '#desk/organisation/competences'
import type { Level, Scoring } from '../rules/shapes.ts'

type Props = { levels: readonly Level[]; scoring: Scoring; change: (levels: Level[]) => void }

/** The levels of the result, the lowest first. */
export function LevelsEdit({ levels, scoring, change }: Props) {
  const put = (at: number, more: Partial<Level>) => change(levels.map((level, i) => (i === at ? { ...level, ...more } : level)))
  return (
    <Section title="等次" note="从低到高">
      <Grid head={['等次', scoring === 'points' ? '至少多少分' : '至少多少项做到（%）', '办理']}>
        {levels.map((level, at) => (
          <tr key={at}>
            <td>
              <input
                aria-label={`第 ${at + 1} 个等次`}
                value={level.title}
                maxLength={10}
                onChange={({ target }) => put(at, { title: target.value })}
              />
            </td>
            <td>
              <input
                type="number"
                min={0}
                aria-label={`${level.title}的分数线`}
                value={level.least}
                onChange={({ target }) => put(at, { least: Math.max(0, Number(target.value)) })}
              />
            </td>
            <td>
              <Button kind="link" onClick={() => change(levels.filter((_, i) => i !== at))}>
                去掉
              </Button>
            </td>
          </tr>
        ))}
      </Grid>
      <p className="acts cadre-foot">
        <Button onClick={() => change([...levels, { title: '达标', least: (levels.at(-1)?.least ?? 50) + 10 }])}>
          加一个等次
        </Button>
      </p>
    </Section>
  )
}
