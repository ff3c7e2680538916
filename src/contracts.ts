import { contract as unions } from '#contracts/organisation/unions'
import { contract as members } from '#contracts/organisation/members'
import { contract as posts } from '#contracts/organisation/posts'
import { contract as me } from '#contracts/organisation/me'
import { contract as accounts } from '#contracts/organisation/accounts'
import { contract as changes } from '#contracts/organisation/changes'
import { contract as employers } from '#contracts/organisation/employers'

/** Every call, for the browser (types only) and for the OpenAPI document. */
export const contracts = { unions, members, posts, me, accounts, changes, employers }
