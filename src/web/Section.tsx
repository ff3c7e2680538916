import { type ReactNode, useId } from 'react'

/** A card: a title, a word about how it is ordered or counted, its contents. `padded` for prose, not for rows or tables. */
export function Section(props: { title: ReactNode; note?: ReactNode; padded?: boolean; foot?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className="card" aria-labelledby={id}>
      <header className="card-head">
        <h2 id={id}>{props.title}</h2>
        {props.note && <span className="faint">{props.note}</span>}
      </header>
      <div className={props.padded ? 'card-body padded' : 'card-body'}>{props.children}</div>
      {props.foot && <footer className="card-foot">{props.foot}</footer>}
    </section>
  )
}
