import { Popover } from '#web/Popover'

export type Citation = {
  /** As people cite it: 选举条例 第29条. */
  article: string
  /** The wording of the article, and where it was published. */
  text?: string | undefined
  href?: string | undefined
}

/** The article a thing rests on. With its wording it opens; alone it is a mark to look up by. */
export function Cite({ article, text, href }: Citation) {
  if (text)
    return (
      <Popover face={article} className="cite opens" label={`条款：${article}`}>
        <b>{article}</b>
        <br />
        {text}
        {href && (
          <a className="link" href={href} target="_blank" rel="noreferrer">
            看原文
          </a>
        )}
      </Popover>
    )
  if (href)
    return (
      <a className="cite opens" href={href} target="_blank" rel="noreferrer">
        {article}
      </a>
    )
  return <cite className="cite">{article}</cite>
}
