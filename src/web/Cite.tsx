import { Popover } from '#web/Popover'

export type Citation = {
  /** As people cite it: 选举条例 第29条. */
  article: string
  /** The wording of the article, and where it was published. */
  text?: string | undefined
  href?: string | undefined
}

/** The article a thing rests on. With its wording it opens; alone it leads to the rule in the library, on the desk that has one. */
export function Cite({ article, text, href = inLibrary(article) }: Citation) {
  if (text)
    return (
      <Popover face={article} className="cite opens" label={`条款：${article}`}>
        <b>{article}</b>
        <br />
        {text}
        {href && (
          <a className="link" href={href} target="_blank" rel="noreferrer">
            {href.startsWith('/') ? '看法规库' : '看原文'}
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

/** Where the library looks an article up: 《工会法》第十一条 by its title and number. The phone and the public pages have no library. */
export function inLibrary(article: string): string | undefined {
  const [, title, number = ''] = /^《(.+?)》[\s　]*(第[一二三四五六七八九十百千零]+条)?/.exec(article) ?? []
  if (!title || /^\/(m|board)(\/|$)/.test(location.pathname)) return undefined
  return `/rulebook?find=${encodeURIComponent(`${title}${number}`)}`
}
