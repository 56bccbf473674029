package io.dlpo.systemtests.soak;

import io.dlpo.cli.stack.StackState;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What is killed. */
public enum Victim {
  FORWARD_ENGINE("forward-engine", true),
  EVALUATOR("evaluator", true),
  BACKWARD_ENGINE("backward-engine", true),
  OPTIMIZER("optimizer", true),
  KAFKA("kafka", false),
  POSTGRES("postgres", false);

  private final String label;
  private final boolean service;

  Victim(String label, boolean service) {
    this.label = label;
    this.service = service;
  }

  /** The name as users know it. */
  public String label() {
    return label;
  }

  /**
   * The one of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Victim of(String label) {
    return Arrays.stream(values())
        .filter(victim -> victim.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "victim is '%s'; use %s"
                        .formatted(
                            label,
                            Arrays.stream(values())
                                .map(Victim::label)
                                .collect(Collectors.joining(", ")))));
  }

  /**
   * Its first process, if it is fit to be killed.
   *
   * @param state what the stack's services say right now
   */
  OptionalLong pid(StackState state) {
    if (service) {
      return state.services().stream()
          .filter(process -> process.name().equals(label) && process.ready())
          .mapToLong(StackState.ServiceState::pid)
          .findFirst();
    }
    Long pid = state.processes().get(label);
    return pid == null || ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(pid);
  }
}
