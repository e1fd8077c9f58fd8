export const words = {
  'console.title': 'Console',
} as const;
