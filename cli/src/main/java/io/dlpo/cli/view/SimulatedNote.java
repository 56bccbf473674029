package io.dlpo.cli.view;

import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.terminal.Style;

/** Says that a result comes from the simulator and not from a model. */
final class SimulatedNote {

  private SimulatedNote() {}

  static void print(Console console) {
    console.println(
        console.styled(Style.YELLOW, "SIMULATED")
            + ": the answers come from the simulator; no model was called");
  }
}
