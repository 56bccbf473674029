package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TrialsTest {

  @Test
  void shouldHaveSoakAndBenchBesideTheOtherCommands() {
    assertThat(Trials.commandLine().getSubcommands()).containsKeys("soak", "bench", "up", "run");
  }

  @Test
  void shouldCompleteTheWholeCommandLine() {
    // Given
    StringWriter out = new StringWriter();

    // When
    int status =
        Trials.commandLine().setOut(new PrintWriter(out, true)).execute("completion", "bash");

    // Then
    assertThat(status).isZero();
    assertThat(out.toString())
        .containsPattern("commands=\".*\\bimages\\b.*\\btest\\b.*\\bsoak\\b.*\\bbench\\b.*\"")
        .contains("'--latency'", "'--nightly'");
  }

  @Test
  void shouldRefuseAWrongSettingWithItsNameAndValue() {
    // Given
    StringWriter err = new StringWriter();
    CommandLine trials = Trials.commandLine().setErr(new PrintWriter(err));

    // When
    int status = trials.execute("soak", "--runs", "0");

    // Then
    assertThat(status).isEqualTo(2);
    assertThat(err).hasToString("dlpo: runs is 0; use 1 to 50" + System.lineSeparator());
  }
}
