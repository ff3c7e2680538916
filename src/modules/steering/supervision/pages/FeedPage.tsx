import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { momentInWords } from '#web/words'
import { DutyTabs } from './DutyTabs.tsx'
import './supervision.css'

/** The secret address by which a phone's or a desk's calendar shows what is owed. */
export function FeedPage() {
  const feed = useQuery(api.supervision.feed.queryOptions())
  const renew = useMutation(api.supervision.renewFeed.mutationOptions())
  const end = useMutation(api.supervision.endFeed.mutationOptions())
  const [path, tell] = useState<string>()
  const since = feed.data?.since
  const address = path && `${location.origin}${path}`
  const make = async () => {
    const body = '旧的地址马上失效，用它订阅的日历不再更新。'
    if (since && (await ask({ title: '换一个新的订阅地址？', body, act: '换新地址' })) === false) return
    tell((await renew.mutateAsync(undefined)).path)
  }
  const stop = async () => {
    if ((await ask({ title: '停止订阅？', body: '地址马上失效，日历里的事项不再更新。', act: '停止订阅' })) === false) return
    await end.mutateAsync(undefined)
    tell(undefined)
  }
  return (
    <Page line={since ? '应办事项已经订阅到您的日历。' : '把应办事项订阅到手机或电脑的日历。'}>
      <DutyTabs />
      <Section title="订阅地址" padded>
        {address ? (
          <>
            <code className="feed-address">{address}</code>
            <p className="muted">地址只显示这一次，请现在复制。知道地址的人就能看到您的应办事项，不要转发。</p>
            <div className="acts">
              <Button
                kind="primary"
                onClick={() => void navigator.clipboard.writeText(address).then(() => notify({ tone: 'good', title: '已复制' }))}
              >
                复制地址
              </Button>
            </div>
          </>
        ) : (
          <>
            <p>
              {since
                ? `${momentInWords(since)} 开始订阅${feed.data?.readAt ? `，日历最近一次读取在 ${momentInWords(feed.data.readAt)}` : '，日历还没有来读取过'}。`
                : '生成一个只属于您的地址，加到手机或电脑的日历里；到期日会自动出现，办完自动消去。'}
            </p>
            <div className="acts">
              <Button kind={since ? 'plain' : 'primary'} busy={renew.isPending} onClick={() => void make()}>
                {since ? '换新地址' : '生成订阅地址'}
              </Button>
              {since && (
                <Button busy={end.isPending} onClick={() => void stop()}>
                  停止订阅
                </Button>
              )}
            </div>
          </>
        )}
      </Section>
      <Section title="怎么加到日历" padded>
        <p>苹果手机：设置 → App → 日历 → 日历账户 → 添加账户 → 其他 → 添加已订阅的日历，粘贴地址。</p>
        <p>安卓手机：在支持“订阅日历”的日历应用里新建订阅，粘贴地址。</p>
        <p>电脑 Outlook：日历 → 添加日历 → 从 Internet，粘贴地址。</p>
        <p className="faint">日历里只有事项、工会名称、到期日和依据，没有任何人的姓名。</p>
      </Section>
    </Page>
  )
}
