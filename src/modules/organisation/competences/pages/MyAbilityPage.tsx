import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { EmptyState } from '#web/EmptyState'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { type Group, groupNames, groups, levelNames } from '../rules.ts'
import './cadres.css'

/** 我的能力: a cadre says where he stands; what he lacks becomes a course. */
export function MyAbilityPage() {
  const { data } = useSuspenseQuery(api.competences.mine.queryOptions())
  const [levels, setLevels] = useState<Record<string, number>>({})
  const rate = useMutation(api.competences.rateMine.mutationOptions())
  const items = data.items.filter(({ wanted }) => wanted > 0)
  if (!data.isCadre)
    return (
      <Page line="能力自评面向在任的工会干部。">
        <EmptyState title="您现在没有担任工会职务" />
      </Page>
    )
  const changed = Object.keys(levels).length
  const save = () =>
    rate.mutate({ levels }, { onSuccess: () => (setLevels({}), notify({ tone: 'good', title: '记下了，上级会核定' })) })
  return (
    <Page line={`${data.year} 年，您觉得自己到哪一步？`} above="我的能力">
      <p className="muted">照实说就行，不排名、不打分，差的地方安排培训。</p>
      {groups
        .filter((group) => items.some((item) => item.group === group))
        .map((group: Group) => (
          <Section key={group} title={groupNames[group]} padded>
            {items
              .filter((item) => item.group === group)
              .map(({ key, title, wanted, ownLevel, level }) => {
                const said = levels[key] ?? ownLevel
                return (
                  <fieldset key={key} className="rating">
                    <legend>
                      {title} <span className="faint">要求{levelNames[wanted]}</span>
                      {level !== null && <span className="faint"> · 核定{levelNames[level]}</span>}
                    </legend>
                    <div className="usual">
                      {levelNames.map((name, at) => (
                        <button
                          key={name}
                          type="button"
                          className="pill"
                          aria-pressed={said === at}
                          onClick={() => setLevels({ ...levels, [key]: at })}
                        >
                          {name}
                        </button>
                      ))}
                    </div>
                  </fieldset>
                )
              })}
          </Section>
        ))}
      <Button kind="primary" busy={rate.isPending} aria-disabled={changed === 0} onClick={() => changed > 0 && save()}>
        {changed > 0 ? `保存 ${changed} 项` : '点选后保存'}
      </Button>
    </Page>
  )
}
