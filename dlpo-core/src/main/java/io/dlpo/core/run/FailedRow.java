package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.FailedExample;

/**
 * A row that counted as a wrong answer because its call failed.
 *
 * @param id id of the example
 * @param message the first failure, for the user
 * @param count number of evaluations in which it counted as wrong, 1 or more
 */
public record FailedRow(String id, String message, int count) {

  static FailedRow of(FailedExample example) {
    return new FailedRow(example.exampleId(), example.kind() + ", " + example.message(), 1);
  }

  FailedRow again() {
    return new FailedRow(id, message, count + 1);
  }
}
