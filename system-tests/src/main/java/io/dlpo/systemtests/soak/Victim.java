package io.dlpo.systemtests.soak;

import io.dlpo.cli.stack.StackState;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A part of the stack to kill. */
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

  /** The name on the command line. */
  public String label() {
    return label;
  }

  /**
   * Returns the victim with a name.
   *
   * @throws IllegalArgumentException if it does not exist
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
   * Returns the id of its first process if it is ready to be killed.
   *
   * @param state the current state of the stack
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
