package io.dlpo.systemtests.fuzz;

/** What may be wrong with a record. */
public enum Hostility {
  /** Any bytes. */
  RANDOM_BYTES,
  /** A real event whose end is missing. */
  TRUNCATED,
  /** A real event without a property, or with another type of it. */
  MUTATED,
  /** Valid JSON that is no event. */
  OTHER_JSON,
  /** Arrays or objects in each other, deeper than a stack. */
  DEEP,
  /** A string, a number or a name of tens of thousands of characters. */
  HUGE_TOKEN,
  /** What would be evaluated, executed or obeyed if it were not taken as text. */
  INJECTION,
  /** No value. */
  TOMBSTONE,
  /** A real event of a version or type that is not of this topic. */
  OTHER_TYPE,
  /** A real event without CloudEvents headers. */
  NO_HEADERS,
  /** Headers as of a structured CloudEvent, of another specification or of no text. */
  BROKEN_HEADERS,
  /** Almost as large as the broker takes, so larger than its dead letter may be. */
  OVERSIZED
}
