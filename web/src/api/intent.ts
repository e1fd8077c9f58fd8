// What a person wants done once. It keeps one idempotency value for all its tries, so that a lost answer is
// asked for again and never done again. A new wish is a new intent.

export class Intent {
  readonly key: string;

  constructor(key: string = crypto.randomUUID()) {
    this.key = key;
  }
}
