package io.dlpo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.cli.Dlpo;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shells themselves read the script and complete words with it. */
class CompletionCommandTest {

  private static final String BASH =
      """
      source "$1"; shift
      compopt() { :; }
      COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=${#COMP_LINE}
      _complete_dlpo
      printf '%s\\n' "${COMPREPLY[@]}"
      """;

  /** Completion functions of bash run in this emulation: zsh's bashcompinit. */
  private static final String ZSH =
      """
      autoload -U +X compinit && compinit -u -D
      source "$1"; shift
      emulate sh
      COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=${#COMP_LINE}
      _complete_dlpo
      printf '%s\\n' "${COMPREPLY[@]}"
      """;

  private static final Path ZSH_PROGRAM = Path.of("/usr/bin/zsh");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "'im', 'images'",
    "'st', 'status'",
    "'com', 'completion'",
    "'dead-letters re', 'redrive'",
    "'images --pl', '--platform'",
    "'run --requ', '--require-improvement'",
    "'test --ni', '--nightly'",
    "'sup', ''"
  })
  void shouldCompleteInBash(String typed, String expected) throws Exception {
    assertThat(completed(List.of("bash", "-c", BASH, "bash"), typed)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"'im', 'images'", "'dead-letters re', 'redrive'", "'images --pl', '--platform'"})
  void shouldCompleteInZsh(String typed, String expected) throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(ZSH_PROGRAM), "no zsh");

    // When
    String replies = completed(List.of(ZSH_PROGRAM.toString(), "-f", "-c", ZSH, "zsh"), typed);

    // Then zsh itself leaves out what does not begin as typed
    assertThat(replies.lines()).contains(expected).doesNotContain("supervise");
  }

  @Test
  void shouldRefuseAnotherShell() {
    // Given
    StringWriter err = new StringWriter();

    // When
    int status =
        Dlpo.commandLine().setErr(new PrintWriter(err, true)).execute("completion", "fish");

    // Then
    assertThat(status).isEqualTo(2);
    assertThat(err.toString().strip()).isEqualTo("dlpo: SHELL is 'fish'; must be bash or zsh");
  }

  @Test
  void shouldPrintTheSameForBothShells() {
    assertThat(script("zsh")).isEqualTo(script("bash")).startsWith("#!");
  }

  private String completed(List<String> shell, String typed) throws Exception {
    Path script = folder.resolve("completion");
    Files.writeString(script, script("bash"));
    List<String> command = new ArrayList<>(shell);
    command.addAll(List.of(script.toString(), "dlpo"));
    command.addAll(List.of(typed.split(" ")));
    return output(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private static String script(String shell) {
    StringWriter out = new StringWriter();
    assertThat(Dlpo.commandLine().setOut(new PrintWriter(out, true)).execute("completion", shell))
        .isZero();
    return out.toString();
  }
}
