package io.dlpo.core.refusal;

import java.util.List;
import java.util.stream.Collectors;

/** User input is invalid. Lists all problems. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * @param problems one or more
   */
  public RefusedException(List<Problem> problems) {
    super(problems.stream().map(Problem::message).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  public RefusedException(Problem problem) {
    this(List.of(problem));
  }

  /** All problems, in the order of the input. */
  public List<Problem> problems() {
    return problems;
  }
}
