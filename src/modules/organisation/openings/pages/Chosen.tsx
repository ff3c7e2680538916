import type { Selection } from '../contract.ts'
import { wayNames } from '../rules/names.ts'

/** How somebody was chosen, in words. */
export const Chosen = ({ selection }: { selection: Selection }) => {
  const { way, decidedBy, decidedOn, vote, noticeUntil, startsOn, objections } = selection
  return (
    <p>
      {decidedOn} {decidedBy}以{wayNames[way]}方式决定
      {vote && `，应到 ${vote.entitled} 人、实到 ${vote.present} 人，赞成 ${vote.inFavour}、反对 ${vote.against}`}
      {noticeUntil && `；公示至 ${noticeUntil}`}
      {objections && `（${objections}）`}
      {startsOn && `；${startsOn} 到岗`}。
    </p>
  )
}
