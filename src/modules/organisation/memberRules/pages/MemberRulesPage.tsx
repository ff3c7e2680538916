export function MemberRulesPage() { return null }
