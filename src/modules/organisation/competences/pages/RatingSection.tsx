import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { usePermission } from '#web/me'
import { notify } from '#web/notes'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { momentInWords } from '#web/words'
import { groupNames, levelNames } from '../rules.ts'
import { Grid } from './Grid.tsx'

/** On a cadre's file: what is asked of him, what he says, what was confirmed; the superior confirms here. */
export function RatingSection({ memberId }: { memberId: string }) {
  const { data } = useQuery(api.competences.ofCadre.queryOptions({ input: { memberId } }))
  const confirm = useMutation(api.competences.confirm.mutationOptions())
  const mayConfirm = usePermission('posts.manage')
  const [levels, setLevels] = useState<Record<string, number>>()
  const items = data?.items.filter(({ wanted }) => wanted > 0) ?? []
  const start = () =>
    setLevels(Object.fromEntries(items.map(({ key, level, ownLevel, wanted }) => [key, level ?? ownLevel ?? wanted])))
  const save = () =>
    levels &&
    confirm.mutate(
      { memberId, levels, reason: '' },
      { onSuccess: () => (notify({ tone: 'good', title: '已核定' }), setLevels(undefined)) },
    )
  if (!data) return null
  const note = data.confirmedAt ? `${data.year} 年 · ${momentInWords(data.confirmedAt)} 核定` : `${data.year} 年 · 还没有核定`
  return (
    <Section title="能力和差距" note={note}>
      <Grid head={['内容', '要求', '自评', '核定', '差距']}>
        {items.map(({ key, title, group, wanted, ownLevel, level, gap }) => (
          <tr key={key}>
            <th scope="row">
              {title} <span className="faint small">{groupNames[group]}</span>
            </th>
            <td>{levelNames[wanted]}</td>
            <td>{ownLevel === null ? <span className="faint">没有说</span> : levelNames[ownLevel]}</td>
            <td>
              {levels ? (
                <select
                  aria-label={`${title}的核定水平`}
                  value={levels[key]}
                  onChange={({ target }) => setLevels({ ...levels, [key]: Number(target.value) })}
                >
                  {levelNames.map((name, at) => (
                    <option key={name} value={at}>
                      {name}
                    </option>
                  ))}
                </select>
              ) : level === null ? (
                <span className="faint">没有核定</span>
              ) : (
                levelNames[level]
              )}
            </td>
            <td>{gap === null ? '—' : gap > 0 ? <Chip hue="amber">差 {gap} 级</Chip> : <Chip hue="green">达到</Chip>}</td>
          </tr>
        ))}
      </Grid>
      {mayConfirm && data.isCadre && (
        <p className="acts no-print cadre-foot">
          {levels ? (
            <>
              <Button onClick={() => setLevels(undefined)}>先不核定</Button>
              <Button kind="primary" busy={confirm.isPending} onClick={save}>
                保存核定
              </Button>
            </>
          ) : (
            <Button onClick={start}>核定能力</Button>
          )}
        </p>
      )}
    </Section>
  )
}
