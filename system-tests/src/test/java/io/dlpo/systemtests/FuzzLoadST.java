package io.dlpo.systemtests;

import io.dlpo.systemtests.stack.Stack;
import org.junit.jupiter.api.Tag;

/** The same as {@link FuzzST} with ten thousand records. */
@Tag("nightly")
class FuzzLoadST extends FuzzST {

  FuzzLoadST(Stack stack) {
    super(stack, "fuzz-load", 10_000);
  }
}
