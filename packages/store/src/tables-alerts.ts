/** Subscriptions, what they are told, and the outbox. Instants are ISO text in UTC, so that they sort as text. */
export interface AlertTables {
  /** `address` is the only personal datum; every other table knows the recipient by its random id. */
  recipient: { id: string; address: string; state: string; state_note: string | null; paused_until: string | null };
  /** `number` stands for the id in `alert`. */
  subscription: { id: string; number: number; recipient: string; status: string; feed: string; body: string };
  /** What has happened, told once: about, kind and detail are unique together. */
  news: { id: number; about: string; kind: string; detail: string; at: string; body: string };
  /** Hundreds of thousands a day at most, hence numbers. `shown` is 1 once it stood in full in a mail that was sent. */
  alert: { subscription: number; news: number; probability: number; delivery: number; shown: number };
  delivery: {
    id: number;
    kind: string;
    recipient: string;
    /** Of a confirmation: the subscription to confirm. */
    subscription: string | null;
    due: string;
    message_id: string;
    state: string;
    attempts: number;
    failures: number;
    next_attempt: string;
    lease_until: string | null;
    last_error: string | null;
    sent: string | null;
  };
  /** What a subscriber, or the operator on its behalf, said of something it was told; `features` is a list of what had led to it. */
  response: { subscription: string; about: string; step: string; reason: string | null; note: string | null; features: string; at: string };
  /** What feedback of all subscribers has taught, field by field; refitted by a command only. */
  field_weight: { field: string; weight: number; n: number; fitted: string };
  /** Append only; every row holds the hash of the one before it. */
  audit: { seq: number; at: string; kind: string; body: string; previous: string; hash: string };
}
