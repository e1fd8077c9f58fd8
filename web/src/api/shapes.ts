// The server's shapes by name: `Shape<'Withdrawal'>`. They come from its OpenAPI document, so a change there is a
// compile error here.

import type { components } from './types';

export type Shape<Name extends keyof components['schemas']> = components['schemas'][Name];
