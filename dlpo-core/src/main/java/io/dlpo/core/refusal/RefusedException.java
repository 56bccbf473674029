package io.dlpo.core.refusal;

import java.util.List;
import java.util.stream.Collectors;

/** What a user gave cannot be used; says all that is wrong with it. */
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

  /** All that is wrong, in the order of its place. */
  public List<Problem> problems() {
    return problems;
  }
}
