export * from '../../parts/invitations/letter-view';
