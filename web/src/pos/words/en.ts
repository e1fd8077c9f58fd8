export const words = {
  'pos.title': 'Point of sale',
} as const;
