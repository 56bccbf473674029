package io.dlpo.contracts.metric;

/** What is looked at in an answer that is to be JSON. */
public enum JsonMode {
  /** Whether it is JSON at all. */
  VALID,
  /** Whether it is valid against a JSON Schema. */
  SCHEMA,
  /** Which share of the reference's fields it has with an equal value. */
  FIELDS
}
