package io.dlpo.cli.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PATH with the tools that the script {@code dlpo} needs and nothing else: no JDK, and no tool
 * that macOS lacks, such as {@code flock}. Options that only GNU's tools have are refused.
 *
 * <p>{@code DLPO_BASH} replaces the machine's bash, for example by the 3.2 of macOS.
 *
 * @param folder of the tools
 */
record BsdTools(Path folder) {

  private static final String LONG_OPTIONS = "--?*";

  /** What each tool refuses, as patterns of a shell. */
  private static final Map<String, String> REFUSED =
      Map.ofEntries(
          Map.entry("dirname", LONG_OPTIONS),
          Map.entry("find", "--?*|-quit|-printf|-regextype|-readable|-executable|-xtype"),
          Map.entry("head", "--?*|-z"),
          Map.entry("ln", "--?*|-r|-T|-t"),
          Map.entry("mkdir", LONG_OPTIONS),
          Map.entry("mv", "--?*|-T|-t"),
          Map.entry("readlink", "-?*"),
          Map.entry("rm", LONG_OPTIONS),
          Map.entry("rmdir", LONG_OPTIONS),
          Map.entry("sed", "--?*|-i*|-s|-z"),
          Map.entry("sleep", LONG_OPTIONS),
          Map.entry("touch", "--?*|-d"));

  /** Creates the tools in a new folder. */
  static BsdTools in(Path folder) throws IOException {
    BsdTools tools = new BsdTools(Files.createDirectories(folder));
    String bash = Optional.ofNullable(System.getenv("DLPO_BASH")).orElse("");
    tools.add("bash", "exec " + (bash.isEmpty() ? real("bash") : bash) + " \"$@\"");
    for (Map.Entry<String, String> tool : REFUSED.entrySet()) {
      tools.add(
          tool.getKey(),
          "for argument; do",
          "  case \"$argument\" in " + tool.getValue() + ")",
          "    echo \"" + tool.getKey() + ": illegal option $argument\" >&2; exit 64 ;;",
          "  esac",
          "done",
          "exec " + real(tool.getKey()) + " \"$@\"");
    }
    return tools;
  }

  private static Path real(String tool) {
    return Stream.of("/bin", "/usr/bin")
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  /** Adds a program that runs lines of a shell. */
  BsdTools add(String name, String... lines) throws IOException {
    program(folder.resolve(name), lines);
    return this;
  }

  /** Creates a JDK of a version that prints its folder. */
  static Path jdk(Path home, String version) throws IOException {
    Path bin = Files.createDirectories(home.resolve("bin"));
    program(bin.resolve("javac"), "echo javac " + version);
    program(bin.resolve("java"), "echo java of " + home);
    return home;
  }

  private static void program(Path file, String... lines) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /** Starts a script with these tools only. */
  Process start(Path script, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(arguments));
    command.addFirst(script.toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(variable -> variable.startsWith("DLPO_"));
    builder.environment().put("PATH", folder.toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Runs a script with these tools only. */
  Result run(Path script, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return Result.of(start(script, environment, arguments));
  }

  /**
   * The result of a script.
   *
   * @param status its exit status
   * @param text both outputs
   */
  record Result(int status, String text) {

    /** Waits for a script. */
    static Result of(Process process) throws IOException, InterruptedException {
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), text);
    }
  }
}
