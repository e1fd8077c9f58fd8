export { ProposalOf, Proposals } from './proposals';
