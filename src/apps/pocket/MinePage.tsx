import { Link } from '@tanstack/react-router'
import { signOut } from '#web/account/auth'
import { ChangePassword } from '#web/account/ChangePassword'
import { Devices } from '#web/account/Devices'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { menu } from './pages.tsx'
import { sinceInWords } from './greeting.ts'
import { Tiles } from './Tiles.tsx'

/** 我的: who I am to the union, what is mine, the account. */
export function MinePage() {
  const { person, account, posts } = useMe()
  const since = sinceInWords(person?.memberSince)
  const line = person ? `您在${person.unionName}，${since ?? '还没有入会'}。` : '您的账号还没有对上会员档案。'
  return (
    <Page line={line} above={[person?.name ?? account.name, person?.groupName].filter(Boolean).join(' · ')}>
      <Tiles entries={menu.filter(({ place }) => place === '我的')} />
      <nav className="card rows" aria-label="账号">
        <Link to="/devices">登录过的设备</Link>
        <Link to="/password">改密码</Link>
        {posts.length > 0 && <a href="/">去工作台（电脑上更方便）</a>}
        <button type="button" onClick={() => signOut('/m/sign-in')}>
          退出登录
        </button>
      </nav>
    </Page>
  )
}

/** Where this account is signed in. */
export const DevicesPage = () => (
  <Page line="不认识的设备，请立刻退出。">
    <Section title="登录过的设备">
      <Devices />
    </Section>
  </Page>
)

/** Changing the password. */
export const PasswordPage = () => (
  <Page line="换一个新密码。">
    <Section title="密码" padded>
      <ChangePassword />
    </Section>
  </Page>
)
