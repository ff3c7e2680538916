import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { useMe, usePermission } from '#web/me'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { type Group, groupNames, groups, type Item, levelNames, mayChange, roleNames, roles } from '../rules.ts'
import { Grid } from './Grid.tsx'

const ROOT_UNIONS = ['federation']

/** The standard in force, by kind of post; the federation changes it, from today on, with a reason. */
export function CataloguePage() {
  const { data } = useQuery(api.competences.catalogue.queryOptions())
  const { data: past } = useQuery(api.competences.history.queryOptions())
  const { data: top } = useQuery(api.unions.top.queryOptions())
  const mayManage = usePermission('posts.manage')
  const isRoot = mayManage && !!top && top.parentId === null && ROOT_UNIONS.includes(top.kind)
  const [draft, setDraft] = useState<Item[]>()
  const items = draft ?? data?.items ?? []
  return (
    <Page
      above="能力标准"
      line={
        data?.isChanged
          ? `本地区自己制定的标准，${data.fromOn} 起施行。`
          : '现在用的是软件自带的标准，属于通行做法，不是法律规定。'
      }
      acts={
        isRoot &&
        (draft ? (
          <Saving items={draft} before={data?.items ?? []} done={() => setDraft(undefined)} />
        ) : (
          <Button onClick={() => setDraft(data?.items)}>修改标准</Button>
        ))
      }
    >
      {groups.map((group) => (
        <Section key={group} title={groupNames[group]} note="0 不要求，1 了解，2 会用，3 熟练，4 能带人">
          <Rows group={group} items={items} change={draft ? setDraft : undefined} />
        </Section>
      ))}
      {past && past.length > 0 && (
        <Section title="改过几次" padded>
          <ol className="course">
            {past.map(({ id, fromOn, reason, items: all }) => (
              <li key={id}>
                <p className="when">{fromOn} 起</p>
                <p>
                  {all.length} 项。{reason}
                </p>
              </li>
            ))}
          </ol>
        </Section>
      )}
    </Page>
  )
}

type Props = { group: Group; items: Item[]; change: ((items: Item[]) => void) | undefined }

function Rows({ group, items, change }: Props) {
  const put = (key: string, facts: Partial<Item>) =>
    change?.(items.map((item) => (item.key === key ? { ...item, ...facts } : item)))
  const add = () => {
    const wanted = Object.fromEntries(roles.map((role) => [role, 1])) as Item['wanted']
    change?.([...items, { key: `own${crypto.randomUUID().slice(0, 8)}`, title: '新的一项', group, wanted }])
  }
  return (
    <>
      <Grid head={['内容', ...roles.map((role) => ({ num: roleNames[role] }))]}>
        {items
          .filter((item) => item.group === group)
          .map((item) => (
            <tr key={item.key}>
              <th scope="row">
                {change ? (
                  <input
                    aria-label="名称"
                    value={item.title}
                    maxLength={20}
                    onChange={({ target }) => put(item.key, { title: target.value })}
                  />
                ) : (
                  item.title
                )}
              </th>
              {roles.map((role) => (
                <td key={role} className="num">
                  {change ? (
                    <select
                      aria-label={`${item.title}，${roleNames[role]}`}
                      value={item.wanted[role]}
                      onChange={({ target }) => put(item.key, { wanted: { ...item.wanted, [role]: Number(target.value) } })}
                    >
                      {levelNames.map((name, level) => (
                        <option key={name} value={level}>
                          {level}
                        </option>
                      ))}
                    </select>
                  ) : (
                    item.wanted[role] || '—'
                  )}
                </td>
              ))}
            </tr>
          ))}
      </Grid>
      {change && (
        <p className="acts no-print cadre-foot">
          <Button onClick={add}>加一项</Button>
        </p>
      )}
    </>
  )
}

function Saving({ items, before, done }: { items: Item[]; before: Item[]; done: () => void }) {
  const change = useMutation(api.competences.change.mutationOptions())
  const { post } = useMe()
  const save = async () => {
    const reason = await ask({
      title: '今天起按这份标准要求干部？',
      body: `${post?.unionName ?? '本地区'}和下级工会都按它找差距；原来的标准仍可查看。`,
      act: '施行新标准',
      reasons: ['根据上级干部培训规划调整', '按本地区工作重点调整'],
    })
    if (reason !== false)
      change.mutate({ items, reason }, { onSuccess: () => (notify({ tone: 'good', title: '新标准今天起施行' }), done()) })
  }
  return (
    <>
      <Button onClick={done}>不改了</Button>
      <RuledButton kind="primary" verdict={mayChange(true, items, before)} busy={change.isPending} onClick={save}>
        施行新标准
      </RuledButton>
    </>
  )
}
