package io.dlpo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.cli.Dlpo;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PromptCommandTest {

  @Test
  void shouldRefuseAnUnknownFormatBeforeARequestIsSent() {
    // Given
    StringWriter err = new StringWriter();
    CommandLine dlpo = Dlpo.commandLine().setErr(new PrintWriter(err));

    // When
    int status = dlpo.execute("prompt", "latest", "--format", "yaml");

    // Then
    assertThat(status).isEqualTo(2);
    assertThat(err.toString())
        .contains("--format is 'yaml'; it must be text, messages, json, langfuse or mlflow");
  }
}
