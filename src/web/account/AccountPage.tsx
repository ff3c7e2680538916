import { Link } from '@tanstack/react-router'
import { ChangePassword } from '#web/account/ChangePassword'
import { Devices } from '#web/account/Devices'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Section } from '#web/Section'

/** The desk's account page. */
export function AccountPage() {
  const { account, person, posts } = useMe()
  return (
    <Page
      line={`${person?.name ?? account.name}，这是您的账号。`}
      above={person ? [person.unionName, person.groupName].filter(Boolean).join(' · ') : undefined}
      side={
        <>
          <Section title="密码" padded>
            <ChangePassword />
          </Section>
          <Section title="动态码" note="登录时多问一次，密码被人知道也进不来" padded>
            <p>
              <Link to="/second-factor" className="btn plain">
                设置动态码
              </Link>
            </p>
          </Section>
        </>
      }
    >
      <Section title="登录过的设备" note="不认识的请立刻退出">
        <Devices />
      </Section>
      {posts.length > 0 && (
        <Section title={`${posts.length} 个任职`} note="权限随任职来，随任期止">
          <ul className="duties">
            {posts.map((post) => (
              <li key={post.id} className="duty plain">
                <div>
                  <p className="duty-title">{post.title}</p>
                  <p className="muted">
                    {post.unionName}
                    {post.until && ` · 任期至 ${post.until}`}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
