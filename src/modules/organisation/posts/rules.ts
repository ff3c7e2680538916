import { kindOf } from './rules/kinds.ts'

export {
  bodies,
  bodyNames,
  isAdministration,
  kindOf,
  kinds,
  postKinds,
  powersOf,
  rankOf,
  type Body,
  type Kind,
  type PostKind,
} from './rules/kinds.ts'

/** What a post is called: its own title (组织委员), or its kind's. */
export const postTitle = (kind: string, title: string | null) => title ?? kindOf(kind)?.title ?? kind
export { type Appointing, bindingOf, extending, type Finding, findings, mayEnd, mayHandOver } from './rules/appointing.ts'
export { mayAdjustKind, mayConfirm, mayDismiss, mayName, type Naming } from './rules/administrators.ts'
export { type BodyFacts, committeesOf, type Holders, isComplete } from './rules/committees.ts'
