import { useQuery } from '@tanstack/react-query'
import { devices, signOutEverywhere, signOutOf } from '#web/account/auth'
import { ask } from '#web/ask'
import { inWords } from '#web/faults'
import { notify } from '#web/notes'
import { Button } from '#web/RuledButton'
import { momentInWords } from '#web/words'

/** Where this account is signed in, and the way out of each and of all. */
export function Devices() {
  const { data, refetch, error } = useQuery({ queryKey: ['devices'], queryFn: devices })
  const attempt = (act: Promise<unknown>, then: () => unknown) =>
    act.then(then, (fault) => notify({ tone: 'bad', ...inWords(fault) }))
  const leaveAll = async () => {
    const sure = await ask({ title: '从所有设备退出？', body: '包括这一台。之后要重新登录。', act: '全部退出', danger: true })
    if (sure !== false) await attempt(signOutEverywhere(), () => location.reload())
  }
  if (error) return <p className="card-body padded late">{inWords(error).title}</p>
  return (
    <ul className="duties">
      {data?.map((device) => (
        <li key={device.id} className="duty plain">
          <div>
            <p className="duty-title">{deviceInWords(device.userAgent)}</p>
            <p className="muted">
              {momentInWords(device.createdAt)} 登录，{momentInWords(device.updatedAt)} 用过
              {device.ipAddress && ` · ${device.ipAddress}`}
            </p>
          </div>
          <Button onClick={() => attempt(signOutOf(device.token), () => refetch())}>退出</Button>
        </li>
      ))}
      <li className="duty plain">
        <p className="muted">手机丢了，或在别人的电脑上登录过？</p>
        <Button kind="danger" onClick={leaveAll}>
          全部退出
        </Button>
      </li>
    </ul>
  )
}

function deviceInWords(agent: string | null | undefined) {
  const system = /Android|iPhone|iPad|Windows|Mac OS|Linux/.exec(agent ?? '')?.[0] ?? '未知设备'
  const browser = /MicroMessenger|Edg|Firefox|Chrome|Safari/.exec(agent ?? '')?.[0] ?? ''
  const known: Record<string, string> = {
    MicroMessenger: '微信',
    Edg: 'Edge',
    'Mac OS': 'Mac 电脑',
    Windows: 'Windows 电脑',
    Android: '安卓手机',
  }
  return [known[system] ?? system, known[browser] ?? browser].filter(Boolean).join(' · ')
}
