package io.dlpo.systemtests;

import io.dlpo.systemtests.stack.Stack;
import org.junit.jupiter.api.Tag;

/** Runs {@link FuzzST} with ten thousand records. */
@Tag("nightly")
class FuzzLoadST extends FuzzST {

  FuzzLoadST(Stack stack) {
    super(stack);
  }

  @Override
  int records() {
    return 10_000;
  }

  @Override
  String run() {
    return "fuzz-load";
  }
}
