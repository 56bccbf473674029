package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.systemtests.stack.CommandResult;
import io.dlpo.systemtests.stack.Dlpo;
import io.dlpo.systemtests.stack.ServiceProcess;
import io.dlpo.systemtests.stack.SharedStack;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The command line refuses invalid input with exit status 2 and a message that names the problem.
 */
@ExtendWith(SharedStack.class)
class BadSpecST {

  private static final String ROW = "{\"input\": \"I have a pear.\", \"reference\": \"1\"}\n";

  private final Stack stack;

  BadSpecST(Stack stack) {
    this.stack = stack;
  }

  static Stream<Arguments> brokenSpecs() {
    return Stream.of(
        Arguments.of("steps: 2", "stepz: 2", "stepz"),
        Arguments.of("steps: 2", "steps: two", "steps"),
        Arguments.of("batchSize: 4", "batchSize: 0", "batchSize"),
        Arguments.of("train: 30", "train: 30000", "30000"),
        Arguments.of("type: number", "type: numbr", "numbr"),
        Arguments.of("seed: 1\n", "seed: 1\nbudgett: {calls: 1}\n", "budgett"),
        Arguments.of("object-counting.jsonl", "no-such-file.jsonl", "no-such-file.jsonl"));
  }

  @ParameterizedTest
  @MethodSource("brokenSpecs")
  void shouldNameTheKeyOrValueThatIsWrong(String right, String wrong, String named) {
    // Given
    String text = SpecFile.smallText("bad", 2, 1).replace(right, wrong);
    Path spec = SpecFile.write(stack.dlpo(), "bad", text);

    // When
    CommandResult result = stack.dlpo().run("run", spec.toString(), "--json");

    // Then
    assertThat(result.exitStatus()).as(result.toString()).isEqualTo(2);
    assertThat(result.err()).contains(named);
  }

  @Test
  void shouldNameTheLineAndTextOfABrokenRow() throws IOException {
    CommandResult result = runOn(ROW.repeat(2) + "{\"input\": broken here\n" + ROW.repeat(100));

    assertThat(result.exitStatus()).as(result.toString()).isEqualTo(2);
    assertThat(result.err()).containsPattern("(?i)line 3\\b").contains("broken here");
  }

  @Test
  void shouldRefuseAnEmptyDataset() throws IOException {
    CommandResult result = runOn("");

    assertThat(result.exitStatus()).as(result.toString()).isEqualTo(2);
    assertThat(result.err()).containsIgnoringCase("empty");
  }

  @Test
  void shouldNameTheReferenceThatTheMetricCannotRead() throws IOException {
    CommandResult result =
        runOn(ROW.repeat(99) + "{\"input\": \"How many?\", \"reference\": \"a few\"}\n");

    assertThat(result.exitStatus()).as(result.toString()).isEqualTo(2);
    assertThat(result.err()).contains("a few");
  }

  @Test
  void shouldRefuseAMissingSpec() {
    CommandResult result = stack.dlpo().run("run", "no-such-spec.yaml");

    assertThat(result.exitStatus()).as(result.toString()).isEqualTo(2);
    assertThat(result.err()).contains("no-such-spec.yaml");
  }

  @Test
  void shouldSayThatAStackIsUpAlreadyAndLeaveItAlone() {
    // Given
    List<ServiceProcess.Identity> before = identities();

    // When
    CommandResult second = stack.dlpo().run("up").expect(0);

    // Then
    assertThat(second.text()).containsIgnoringCase("already");
    assertThat(identities()).isEqualTo(before);
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(stack.services()).allMatch(ServiceProcess::ready));
  }

  @Test
  void shouldSayThatTheStackIsNotUp() {
    // Given
    Dlpo other = Dlpo.fresh("not-up", Map.of());

    // When
    CommandResult result =
        other.run("run", SpecFile.small(other, "not-up", 2, 1).toString(), "--json");

    // Then
    assertThat(result.exitStatus()).as(result.toString()).isEqualTo(3);
    assertThat(result.err()).contains("dlpo up");
  }

  private List<ServiceProcess.Identity> identities() {
    return stack.services().stream().map(ServiceProcess::identity).toList();
  }

  private CommandResult runOn(String dataset) throws IOException {
    Path file = Files.writeString(stack.dlpo().home().resolve("rows.jsonl"), dataset);
    String text =
        SpecFile.smallText("bad", 2, 1)
            .replace(Dlpo.inCheckout("examples/object-counting.jsonl").toString(), file.toString());
    return stack.dlpo().run("run", SpecFile.write(stack.dlpo(), "bad", text).toString(), "--json");
  }
}
