package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.systemtests.stack.Dlpo;
import io.dlpo.systemtests.stack.LastRelease;
import io.dlpo.systemtests.stack.LocalStack;
import io.dlpo.systemtests.stack.MixedCheckout;
import io.dlpo.systemtests.stack.RollingReplacement;
import io.dlpo.systemtests.stack.ServiceProcess;
import io.dlpo.systemtests.stack.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Processes of the last release and of this version share runs, while the processes of one are
 * replaced by those of the other.
 */
@Tag("nightly")
class VersionSkewST {

  private static final Path RELEASE = LastRelease.checkout();
  private static final Path THIS = Dlpo.inCheckout("");

  /** Which version takes over. */
  enum Change {
    UPGRADE(RELEASE, THIS),
    DOWNGRADE(THIS, RELEASE);

    private final Path from;
    private final Path to;

    Change(Path from, Path to) {
      this.from = from;
      this.to = to;
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldShareRunsWithoutADifferenceWhileOneVersionReplacesTheOther(Change change) {
    // Given
    MixedCheckout mixed = MixedCheckout.of(change.from);
    RollingReplacement replacement;
    try (Stack stack =
        LocalStack.upIn(
            Dlpo.fresh("skew", RollingReplacement.BUSY).in(mixed.root()),
            RollingReplacement.twoOfEach())) {
      assertThat(stack.services()).allMatch(process -> isOf(change.from, process));

      // When
      replacement = RollingReplacement.of(stack, process -> mixed.use(process.name(), change.to));

      // Then
      assertThat(stack.services()).allMatch(process -> isOf(change.to, process));
      replacement.expectNothingTwice();
    }
    try (Stack undisturbed = Stack.up("undisturbed", Map.of())) {
      replacement.expectToBeAsOn(undisturbed);
    }
  }

  private static boolean isOf(Path checkout, ServiceProcess process) {
    try {
      String command =
          Files.readString(
              Path.of("/proc", Long.toString(process.pid()), "cmdline"),
              StandardCharsets.ISO_8859_1);
      return command.contains(checkout.resolve(process.name() + "-service").toString());
    } catch (IOException e) {
      return false;
    }
  }
}
