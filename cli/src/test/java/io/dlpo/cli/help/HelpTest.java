package io.dlpo.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.cli.Dlpo;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The help of all commands, including nested and hidden ones. */
class HelpTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  static Stream<String> commands() {
    return paths(Dlpo.commandLine(), "").stream();
  }

  private static List<String> paths(CommandLine command, String path) {
    List<String> paths = new ArrayList<>();
    command
        .getSubcommands()
        .forEach(
            (name, subcommand) -> {
              paths.add(path + name);
              paths.addAll(paths(subcommand, path + name + " "));
            });
    return paths;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void shouldHaveHelpForEveryCommandWithin80Columns(String path) {
    // When
    int status = dlpo(path + " --help");

    // Then
    assertThat(status).isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(out.toString())
        .startsWith("Usage: dlpo " + path)
        .contains("-h, --help")
        .doesNotContain("Missing required", "Unknown option", "\u001b", "@|");
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
    assertThat(out.toString().lines().filter(line -> !line.isBlank()).count())
        .as("usage, a description and an option")
        .isGreaterThanOrEqualTo(4);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void shouldPrintTheSameHelpWithTheHelpCommand(String path) {
    // Given
    dlpo(path + " --help");
    String expected = out.toString();
    out.getBuffer().setLength(0);

    // When
    int status = dlpo("help " + path);

    // Then
    assertThat(status).isZero();
    assertThat(out.toString()).isEqualTo(expected);
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help"})
  void shouldListTheCommands(String arguments) {
    // When
    int status = dlpo(arguments);

    // Then
    assertThat(status).isZero();
    assertThat(out.toString())
        .contains("dead-letters", "experiment", "Exit status:", "DLPO_HOME")
        .doesNotContain("supervise");
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void shouldPrintTheVersion() {
    assertThat(dlpo("--version")).isZero();
    assertThat(out.toString()).isEqualTo("dlpo 0.1.0\n");
  }

  @Test
  void shouldRefuseHelpForAnUnknownCommand() {
    // When
    int status = dlpo("help dead-letters nope");

    // Then
    assertThat(status).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .isEqualTo(
            """
            dlpo: Unknown command: 'nope'
            Usage: dlpo dead-letters [-h] COMMAND
            Run 'dlpo dead-letters --help' for details.
            """);
  }

  @Test
  void shouldReportWrongUsageInShort() {
    // When
    int status = dlpo("run");

    // Then
    assertThat(status).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            """
            dlpo: Missing required parameter: 'SPEC'
            Usage: dlpo run [-h] [--follow] [--json] [--require-improvement] [--run-id=ID]
                            SPEC
            Run 'dlpo run --help' for details.
            """);
  }

  @Test
  void shouldSuggestACommandForATypo() {
    assertThat(dlpo("experimnt")).isEqualTo(2);
    assertThat(err.toString()).contains("Did you mean", "experiment");
  }

  @Test
  void shouldRefuseAMissingCommand() {
    assertThat(dlpo("")).isEqualTo(2);
    assertThat(err.toString()).startsWith("dlpo: Missing command.\nUsage: dlpo ");
  }

  private int dlpo(String arguments) {
    return Dlpo.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(
            Arrays.stream(arguments.split(" "))
                .filter(argument -> !argument.isEmpty())
                .toArray(String[]::new));
  }
}
