export { routes } from './routes.ts'
export {
  checkedBefore,
  citesAt,
  type Follower,
  type Held,
  type MemberRules,
  memberRulesAt,
  obligatoryFields,
  onRules,
} from './usecases/inForce.ts'
