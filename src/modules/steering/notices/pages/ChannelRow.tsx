import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Field } from '#web/account/Field'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { notify } from '#web/notes'
import { Button, RuledButton } from '#web/RuledButton'
import { count, momentInWords } from '#web/words'
import type { Figures } from '../contract.ts'
import { type Channel, channelNames, mayConfigure } from '../rules.ts'

type State = Figures['channels'][number]

/** One channel: whether it is set, how it goes, and the form to set it. */
export function ChannelRow({ channel: state }: { channel: State }) {
  const [isOpen, setOpen] = useState(false)
  const configure = useMutation(api.notices.configure.mutationOptions())
  const { channel, source, isResting, cause, failedAt, sentAt, waiting, sent, dropped, dead } = state
  const remove = async () => {
    const sure = await ask({
      title: `停用${channelNames[channel]}？`,
      body: '保存的地址和密钥会删掉，等着的消息留着。',
      act: '停用',
      danger: true,
    })
    if (sure !== false) configure.mutate({ channel, settings: null })
  }
  return (
    <li>
      <div className="duty plain">
        <div>
          <p className="duty-title">
            {channelNames[channel]} {!source && <Chip>未开通</Chip>} {isResting && <Chip hue="amber">暂停中</Chip>}
          </p>
          <p className="muted">
            {source === 'environment' ? '由服务器的环境变量设定。' : source === 'here' ? '在本页设定，密封保存。' : ''}
            已发 {count(sent)}，等着 {count(waiting)}，不必发 {count(dropped)}，发不出 {count(dead)}。
            {sentAt && `上次发出 ${momentInWords(sentAt)}。`}
          </p>
          {cause && failedAt && (
            <p className="late small">
              {momentInWords(failedAt)}：{cause}
            </p>
          )}
        </div>
        <span className="acts">
          {source === 'here' && <Button onClick={remove}>停用</Button>}
          {source !== 'environment' && (
            <Button aria-expanded={isOpen} aria-label={`设置${channelNames[channel]}`} onClick={() => setOpen(!isOpen)}>
              设置
            </Button>
          )}
        </span>
      </div>
      {isOpen && <ChannelForm channel={channel} close={() => setOpen(false)} />}
    </li>
  )
}

function ChannelForm({ channel, close }: { channel: Channel; close: () => void }) {
  const [url, setUrl] = useState('')
  const [second, setSecond] = useState('')
  const configure = useMutation(api.notices.configure.mutationOptions())
  const isMail = channel === 'email'
  const settings = { url: url.trim(), ...(isMail ? { from: second.trim() } : { secret: second }) }
  const verdict = mayConfigure(channel, settings)
  const done = () => {
    notify({ tone: 'good', title: `${channelNames[channel]}已开通` })
    close()
  }
  return (
    <form
      className="channel-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!verdict) configure.mutate({ channel, settings }, { onSuccess: done })
      }}
    >
      <Field
        label={isMail ? '邮件服务器' : '接口地址'}
        hint={isMail ? 'smtps://用户:密码@主机:465' : 'https://… 接口要求见部署说明“提醒的发送”'}
        value={url}
        autoComplete="off"
        onChange={({ target }) => setUrl(target.value)}
      />
      <Field
        label={isMail ? '发件人' : '签名密钥'}
        hint={isMail ? '区总工会 <noreply@example.org.cn>' : '至少 16 个字符，保存后不再显示'}
        type={isMail ? 'text' : 'password'}
        autoComplete="off"
        value={second}
        onChange={({ target }) => setSecond(target.value)}
      />
      <p className="acts">
        <RuledButton kind="primary" type="submit" verdict={verdict} busy={configure.isPending}>
          保存
        </RuledButton>
      </p>
    </form>
  )
}
