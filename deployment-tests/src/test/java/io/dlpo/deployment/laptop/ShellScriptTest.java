package io.dlpo.deployment.laptop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said of the shell scripts without a Mac: shellcheck, and what its tools lack. */
class ShellScriptTest {

  static Stream<ShellScript> scripts() {
    return ShellScript.all().stream();
  }

  static Stream<ShellScript> scriptsForLaptops() {
    return scripts().filter(ShellScript::isForLaptops);
  }

  @Test
  void shouldFindTheScripts() {
    assertThat(scriptsForLaptops().map(ShellScript::toString))
        .contains("dlpo", "deploy/reproducible", "experiments/efficiency/run");
    assertThat(scripts().map(ShellScript::toString)).contains(".ci/run", "deploy/docker/aot-cache");
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void shouldHaveNoFindingOfShellcheck(ShellScript script) throws Exception {
    Optional<String> shellcheck = onPath("shellcheck");
    Assumptions.assumeTrue(
        shellcheck.isPresent(), "shellcheck is not on the PATH, so the scripts are not checked");
    // Each version finds more matters of style: they are no reason to fail.
    assertThat(run(shellcheck.get(), "--severity=warning", script.file().toString())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void shouldBeReadByBash(ShellScript script) throws Exception {
    assertThat(run("bash", "-n", script.file().toString())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("scriptsForLaptops")
  void shouldUseOnlyWhatMacOsHas(ShellScript script) {
    assertThat(script.linuxOnly()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "declare -A ports",
        "local -A ports=()",
        "mapfile -t lines < file",
        "echo \"${name^^}\"",
        "echo \"${name,,}\"",
        "kill \"${processes[-1]}\"",
        "wait -n",
        "make &>> log",
        "folder=$(readlink -f \"$0\")",
        "realpath .",
        "flock 9",
        "printf '%s\\n' a b | sort -V | head -n 1",
        "find . -name x -print -quit",
        "find . -print0 | sort -z | xargs -0 -r ls",
        "sed -i s/a/b/ file",
        "grep -oP 'a\\d' file",
        "threads=$(nproc)",
        "timeout 5 sleep 6",
        "stat -c %s file"
      })
  void shouldNoticeWhatMacOsLacks(String line) {
    // Given
    ShellScript script = new ShellScript(Path.of("some"), List.of("#!/bin/bash", line));

    // Then
    assertThat(script.linuxOnly())
        .isNotEmpty()
        .allMatch(found -> found.startsWith("2: " + line + " (instead: "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# flock is missing on macOS",
        "until ln -s $$ \"$lock\" 2> /dev/null; do",
        "sed -n 's/^a//p' \"$1/release\"",
        "sort -k 2 < file",
        "find . -name x -print | head -n 1",
        "for one in ${all[@]+\"${all[@]}\"}; do"
      })
  void shouldLetPassWhatMacOsHas(String line) {
    assertThat(new ShellScript(Path.of("some"), List.of(line)).linuxOnly()).isEmpty();
  }

  private static Optional<String> onPath(String program) {
    return Stream.of(
            Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
        .map(folder -> folder + "/" + program)
        .filter(file -> Files.isExecutable(Path.of(file)))
        .findFirst();
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? text : text + "exit status " + process.exitValue();
  }
}
