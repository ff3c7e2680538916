/** Why a text is not what it should be and how to mend it, in words for the person who typed it; `suggestion` may be taken over. */
export type Problem = { problem: string; suggestion?: string }
