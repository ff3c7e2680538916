import { Link } from '@tanstack/react-router'
import { useActAs, useMe } from '#web/me'
import { Popover } from '#web/Popover'
import { signOut } from '#web/account/auth'
import { notify } from '#web/notes'

/** The one post acted under, always in sight; the others a press away. */
export function PostSwitcher() {
  const { post, posts, person, account } = useMe()
  const actAs = useActAs()
  const until = posts.find(({ id }) => id === post?.id)?.until
  const name = person?.name ?? account.name
  const face = (
    <>
      <span className="post-title">
        {post ? `${post.unionName} · ${post.title}` : '没有以任职办事'} <span aria-hidden="true">▾</span>
      </span>
      <span className="faint small">{until ? `${name} · 任期至 ${until}` : name}</span>
      <span className="only-read">。换任职、账号、退出</span>
    </>
  )
  return (
    <Popover face={face} className="post" align="end">
      {(close) => (
        <span className="post-menu">
          {posts.length > 0 && <b className="faint small">以哪个任职办事</b>}
          {posts.map((each) => (
            <button
              key={each.id}
              type="button"
              aria-current={each.id === post?.id}
              onClick={() => {
                close()
                const said = () => notify({ tone: 'good', title: `现在以${each.unionName}${each.title}办事` })
                if (each.id !== post?.id) actAs.mutate({ postId: each.id }, { onSuccess: said })
              }}
            >
              {each.unionName} · {each.title}
              {each.until && <span className="faint small">任期至 {each.until}</span>}
            </button>
          ))}
          <Link to="/account" onClick={close}>
            账号与登录设备
          </Link>
          <a href="/m">手机版</a>
          <button type="button" onClick={() => signOut('/sign-in')}>
            退出
          </button>
        </span>
      )}
    </Popover>
  )
}
