export * from '../../parts/invitations/outdated';
