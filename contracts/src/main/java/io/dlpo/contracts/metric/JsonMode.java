package io.dlpo.contracts.metric;

/** What is checked in a JSON answer. */
public enum JsonMode {
  /** Whether it is valid JSON. */
  VALID,
  /** Whether it is valid against a JSON Schema. */
  SCHEMA,
  /** The share of the reference's fields with an equal value. */
  FIELDS
}
