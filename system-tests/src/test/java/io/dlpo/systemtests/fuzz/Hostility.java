package io.dlpo.systemtests.fuzz;

/** The kinds of problems of a record. */
public enum Hostility {
  /** Random bytes. */
  RANDOM_BYTES,
  /** A valid event without its end. */
  TRUNCATED,
  /** A valid event with a property removed or changed to another type. */
  MUTATED,
  /** Valid JSON that is not an event. */
  OTHER_JSON,
  /** Nested arrays or objects that would overflow a stack. */
  DEEP,
  /** A string, a number or a name of tens of thousands of characters. */
  HUGE_TOKEN,
  /** Text that causes harm if it is evaluated or executed. */
  INJECTION,
  /** A null value. */
  TOMBSTONE,
  /** A valid event of a version or type that does not belong to the topic. */
  OTHER_TYPE,
  /** A valid event without CloudEvents headers. */
  NO_HEADERS,
  /**
   * Headers of a structured CloudEvent or of another specification, or headers that are not text.
   */
  BROKEN_HEADERS,
  /** Almost the maximum message size, so that its dead letter would exceed it. */
  OVERSIZED
}
