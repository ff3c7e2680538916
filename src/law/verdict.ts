/** What a rule says of an act: `null` when it may be done, or why it may not. */
export type Verdict = Refusal | null

/** A refusal in the user's words: a stable code, the reason with how to mend it, and the article it rests on. */
export type Refusal = { code: string; reason: string; cite?: string | undefined }

/** Builds a refusal. `code` is the act or noun it belongs to (`members.duplicate`), `reason` is Chinese for the screen. */
export const refuse = (code: string, reason: string, cite?: string): Refusal => ({ code, reason, cite })

/** The first refusal of several rules, or `null` when all allow it. */
export const firstOf = (...verdicts: Verdict[]): Verdict => verdicts.find((verdict) => verdict !== null) ?? null
