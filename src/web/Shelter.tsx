import { Component, type ReactNode } from 'react'
import { inWords } from '#web/faults'
import { Button } from '#web/RuledButton'

/** What stands in for a page that could not be shown. */
export function Broken({ error, retry }: { error: unknown; retry: () => void }) {
  const { title, fault } = inWords(error)
  return (
    <div className="page">
      <h1>{title}</h1>
      {fault && <p className="muted">故障编号 {fault}，请告诉管理员。</p>}
      <div className="acts">
        <Button kind="primary" onClick={retry}>
          再试一次
        </Button>
      </div>
    </div>
  )
}

/** Keeps the shell standing when something in it breaks. */
export class Shelter extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {}
  static getDerivedStateFromError(error: unknown) {
    return { error }
  }
  override render() {
    return 'error' in this.state ? <Broken error={this.state.error} retry={() => location.reload()} /> : this.props.children
  }
}

/** An address that leads nowhere. */
export const Nowhere = ({ home }: { home: string }) => (
  <div className="page">
    <h1>没有这个页面</h1>
    <p className="muted">地址可能抄错了，或者这里的内容已经移走。</p>
    <p>
      <a className="link" href={home}>
        回首页
      </a>
    </p>
  </div>
)

/** The bones of a page while its contents are on the way. */
export const Bones = () => (
  <div className="page" aria-busy="true" aria-label="正在打开">
    <span className="bone title" />
    <div className="card">
      {[1, 2, 3, 4].map((row) => (
        <span key={row} className="bone row" />
      ))}
    </div>
  </div>
)
