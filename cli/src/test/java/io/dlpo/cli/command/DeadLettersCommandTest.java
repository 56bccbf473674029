package io.dlpo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.cli.Dlpo;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Wrong usage is refused before a request is sent. */
class DeadLettersCommandTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dead-letters",
        "dead-letters show",
        "dead-letters show t.dlq 1",
        "dead-letters redrive",
        "dead-letters redrive --all",
        "dead-letters redrive --topic t",
        "dead-letters redrive t.dlq:0:1 --all --topic t",
        "dead-letters redrive t.dlq:0:1 --topic t",
        "dead-letters list --limit many"
      })
  void shouldRefuseWrongUsage(String arguments) {
    // Given
    StringWriter err = new StringWriter();
    CommandLine dlpo = Dlpo.commandLine().setErr(new PrintWriter(err));

    // When
    int status = dlpo.execute(arguments.split(" "));

    // Then
    assertThat(status).isEqualTo(2);
    assertThat(err.toString()).contains("Usage: dlpo dead-letters");
  }
}
