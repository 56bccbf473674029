package io.dlpo.cli.view;

import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.terminal.Style;

/** The colours of states and decisions. */
final class StatusStyle {

  private StatusStyle() {}

  /** A status in its colour, such as {@code FINISHED} in green. */
  static String of(String status, Console console) {
    return switch (status) {
      case "FINISHED" -> console.styled(Style.GREEN, status);
      case "FAILED", "CANCELLED" -> console.styled(Style.RED, status);
      case "PAUSED", "BUDGET_SPENT" -> console.styled(Style.YELLOW, status);
      default -> Formats.line(status);
    };
  }
}
