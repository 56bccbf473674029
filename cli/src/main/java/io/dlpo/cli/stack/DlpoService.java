package io.dlpo.cli.stack;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The four services of the stack. */
public enum DlpoService {
  FORWARD_ENGINE("forward-engine"),
  EVALUATOR("evaluator"),
  BACKWARD_ENGINE("backward-engine"),
  OPTIMIZER("optimizer");

  private final String label;

  DlpoService(String label) {
    this.label = label;
  }

  /** The name in options and outputs. */
  public String label() {
    return label;
  }

  String module() {
    return label + "-service";
  }

  /** The service with a name. */
  static Optional<DlpoService> named(String label) {
    return Arrays.stream(values()).filter(service -> service.label.equals(label)).findFirst();
  }

  static String labels() {
    return Arrays.stream(values()).map(DlpoService::label).collect(Collectors.joining(", "));
  }
}
