package io.dlpo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.cli.Dlpo;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Wrong usage is refused before a request is sent. */
class PromoteCommandTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "promote latest                                   | Missing required option: '--as=NAME'",
        "promote --as counting                            | Missing required argument",
        "promote latest --version 2 --as c --label p      | mutually exclusive",
        "promote --version two --as c --label p           | Invalid value",
        "promote --version 2 --as counting                | --version needs --label and no --force",
        "promote --version 2 --as c --label p --force     | --version needs --label and no --force",
        "prompts one two                                  | Unmatched argument"
      })
  void shouldRefuseWrongUsage(String arguments, String message) {
    // Given
    StringWriter err = new StringWriter();
    CommandLine dlpo = Dlpo.commandLine().setErr(new PrintWriter(err));

    // When
    int status = dlpo.execute(arguments.strip().split(" +"));

    // Then
    assertThat(status).isEqualTo(2);
    assertThat(err.toString()).contains(message);
  }
}
