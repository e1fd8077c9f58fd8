export const words = {
  'wallet.title': 'Wallet',
} as const;
