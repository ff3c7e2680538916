import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { useMe } from '#web/me'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Bones } from '#web/Shelter'
import { count, momentInWords } from '#web/words'
import type { JobState, Overview } from '../contract.ts'
import { mayBeAt } from '../rules.ts'

/** 系统运行: what goes on behind, when it went last, what failed; and where the region is. */
export function SystemPage() {
  const { post } = useMe()
  const found = useQuery({ ...api.system.overview.queryOptions(), refetchInterval: 15_000, throwOnError: true }).data
  if (!found) return <Bones />
  const failed = found.jobs.filter(({ failure }) => failure)
  return (
    <Page
      above={post?.unionName}
      line={
        failed.length ? (
          <>
            有 <em>{failed.length} 项后台任务</em>没有办成，系统会自动再试。
          </>
        ) : (
          '系统运行正常。'
        )
      }
      side={<Aside found={found} />}
    >
      <Section title="后台任务" note="任何一台服务器都可以接手，停机后自动补一次">
        <ul className="duties">
          {found.jobs.map((job) => (
            <JobRow key={job.name} job={job} />
          ))}
        </ul>
      </Section>
      <Section title="服务器" note="正在对外服务的进程">
        {found.servers.length === 0 && <EmptyState title="还没有登记的服务器">启动后几秒内会出现在这里。</EmptyState>}
        <ul className="duties">
          {found.servers.map(({ id, host, version, runtime, channels, startedAt, isAlive }) => (
            <li key={id} className="duty plain">
              <div>
                <p className="duty-title">
                  {host} {!isAlive && <Chip hue="amber">没有回音</Chip>}
                </p>
                <p className="muted">
                  工桥 {version}，Node {runtime}，{momentInWords(startedAt)} 启动。短信
                  {channels.includes('sms') ? '已配置' : '未配置'}，邮件
                  {channels.includes('email') ? '已配置' : '未配置'}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

function JobRow({ job: { name, title, schedule, nextAt, endedAt, isRunning, outcome, failure, failedAt } }: { job: JobState }) {
  const run = useMutation(api.system.run.mutationOptions())
  const done = Object.values(outcome ?? {}).reduce((sum, n) => sum + n, 0)
  return (
    <li className="duty plain">
      <div>
        <p className="duty-title">
          {title} {isRunning && <Chip hue="blue">正在运行</Chip>} {failure && <Chip hue="red">没有办成</Chip>}
        </p>
        <p className="muted">
          {schedule}。
          {endedAt ? `上次 ${momentInWords(endedAt)}${outcome && done ? `，处理 ${count(done)} 条` : ''}` : '还没有运行过'}；下次{' '}
          {momentInWords(nextAt)}
        </p>
        {failure && failedAt && (
          <p className="late small">
            {momentInWords(failedAt)}：{failure}
          </p>
        )}
      </div>
      <Button
        busy={run.isPending}
        aria-label={`现在运行：${title}`}
        onClick={() => run.mutate({ name }, { onSuccess: () => notify({ tone: 'good', title: '已排上，几秒内开始' }) })}
      >
        现在运行
      </Button>
    </li>
  )
}

function Aside({ found: { database, backup, migrations, division, province } }: { found: Overview }) {
  return (
    <>
      <Section title="备份" padded>
        {backup ? (
          <p>
            上次 {momentInWords(backup.at)}，{count(backup.rows)} 行
            <br />
            <span className="faint small">{backup.file}</span>
          </p>
        ) : (
          <p className="late">还没有备份过。请在服务器上运行 npm run gongqiao -- backup 文件名.tar，并把密钥另外保管。</p>
        )}
      </Section>
      <Section title="数据库" padded>
        <p>
          PostgreSQL {database.version}，{count(Math.round(database.bytes / 1_048_576))} MB
          <br />
          <span className="faint small">
            结构版本 {migrations.latest}，共 {migrations.count} 步，{momentInWords(migrations.at)}
          </span>
        </p>
      </Section>
      <Section title="所在地区" note="决定按哪个省市的规定计算" padded>
        <Location key={division ?? ''} division={division} province={province} />
      </Section>
    </>
  )
}

function Location({ division, province }: Pick<Overview, 'division' | 'province'>) {
  const [code, setCode] = useState(division ?? '')
  const locate = useMutation(api.system.locate.mutationOptions())
  const verdict = mayBeAt(code.trim())
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!verdict) locate.mutate({ division: code.trim() || null })
      }}
    >
      <div className="field">
        <label htmlFor="division">行政区划代码</label>
        <input id="division" inputMode="numeric" maxLength={6} value={code} onChange={({ target }) => setCode(target.value)} />
        <p className="faint small">
          {province ? `${province}。六位数字` : '六位数字，如杭州市上城区 330102。没有填时只按全国的规定'}
        </p>
      </div>
      <p className="acts">
        <RuledButton verdict={verdict} type="submit" busy={locate.isPending}>
          保存
        </RuledButton>
      </p>
    </form>
  )
}
