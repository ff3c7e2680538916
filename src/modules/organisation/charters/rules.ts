import { isMoreThanHalf } from '#law/quorum'
import { refuse, type Verdict } from '#law/verdict'
import type { Adoption } from './contract.ts'

/** The count of an adoption is possible, and more than half of those who should attend are in favour. */
export function mayAdopt(facts: Pick<Adoption, 'expected' | 'present' | 'inFavour' | 'adoptedOn'>, today: string): Verdict {
  const { expected, present, inFavour, adoptedOn } = facts
  if (adoptedOn > today) return refuse('charters.future', '通过日期不能晚于今天')
  if (present > expected || inFavour > present) return refuse('charters.count', '实到不能多于应到，赞成不能多于实到')
  const { met, working } = isMoreThanHalf(inFavour, expected)
  return met ? null : refuse('charters.majority', `赞成没有超过应到人数的一半：${working}`)
}

export function mayPublish({ adoptedOn }: { adoptedOn: string | null }, inForceOn: string): Verdict {
  if (!adoptedOn) return refuse('charters.adopted', '章程要先经会员大会（会员代表大会）通过')
  return inForceOn < adoptedOn ? refuse('charters.day', '生效日期不能早于通过日期') : null
}

export const mayRewrite = ({ adoptedOn }: { adoptedOn: string | null }): Verdict =>
  adoptedOn ? refuse('charters.adopted', '已经通过，不能再改；请公布，或另起新版') : null

/** What a first charter has to say: headings to fill in, not law. */
export const draftFor = (union: string) => `第一章 总则
第一条 ${union}（以下简称本工会）依照《中华人民共和国工会法》和《中国工会章程》建立，是职工自愿结合的工人阶级群众组织。
第二条 本工会接受同级党组织和上级工会领导，独立自主地开展工作。

第二章 会员
第三条 在本单位以工资收入为主要生活来源、承认工会章程的劳动者，自愿申请，经本工会委员会批准，成为会员。
第四条 会员的权利：
第五条 会员的义务：

第三章 组织与职权
第六条 会员大会（会员代表大会）的职权：
第七条 委员会的组成、任期与职责：
第八条 主席、副主席和各委员的职责：
第九条 经费审查委员会和女职工委员会：

第四章 工作制度
第十条 会议制度：
第十一条 公开与监督：

第五章 经费与财产
第十二条 经费来源、使用和审查：

第六章 附则
第十三条 本章程由会员大会（会员代表大会）通过，修改时亦同。`
