package io.dlpo.systemtests.stack;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Python programs that this project has not written, which test the REST interface from its OpenAPI
 * document: schemathesis and a generator of clients. They are installed under {@code target}.
 *
 * @param folder the virtual environment
 */
public record SchemathesisRun(Path folder) {

  private static final Path RESOURCES =
      Path.of("src", "test", "resources", "schemathesis").toAbsolutePath();
  private static final Duration INSTALLATION = Duration.ofMinutes(5);

  /** Installs the programs, once for all tests. Skips the test where that is not possible. */
  public static synchronized SchemathesisRun install() {
    SchemathesisRun run =
        new SchemathesisRun(Path.of("target", "venv-schemathesis").toAbsolutePath());
    Path installed = run.folder.resolve("installed.txt");
    try {
      Path wanted = RESOURCES.resolve("requirements.txt");
      if (!Files.exists(installed) || Files.mismatch(installed, wanted) >= 0) {
        Files.createDirectories(run.folder);
        run.require("needs python3 with the module venv", "python3", "-m", "venv", run.text());
        run.require(
            "needs a package index for pip",
            run.program("pip"),
            "install",
            "--quiet",
            "--requirement",
            wanted.toString());
        Files.copy(wanted, installed, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot install " + run.folder, e);
    }
    return run;
  }

  private void require(String reason, String... command) {
    try {
      CommandResult result = execute(folder, INSTALLATION, command);
      assumeTrue(result.exitStatus() == 0, () -> reason + ": " + result.text());
    } catch (UncheckedIOException e) {
      assumeTrue(false, reason + ": " + e.getMessage());
    }
  }

  private String text() {
    return folder.toString();
  }

  private String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  /**
   * Runs schemathesis with all of its checks against an optimizer.
   *
   * @param rest the address of the optimizer
   * @param limit after which the test fails
   */
  public CommandResult schemathesis(String rest, Duration limit, String... options) {
    String[] command =
        Stream.concat(
                Stream.of(
                    program("st"),
                    "--config-file",
                    RESOURCES.resolve("schemathesis.toml").toString(),
                    "run",
                    rest + "/api/openapi.json",
                    "--url",
                    rest,
                    "--no-color"),
                Stream.of(options))
            .toArray(String[]::new);
    return execute(folder, limit, command);
  }

  /** Generates a client from a document into a folder. */
  public CommandResult generateClient(String document, Path client) {
    return execute(
        folder,
        INSTALLATION,
        program("openapi-python-client"),
        "generate",
        "--url",
        document,
        "--output-path",
        client.toString(),
        "--overwrite");
  }

  /** Runs a Python program in a folder, from which it can import a generated client. */
  public CommandResult python(Path program, Path workingFolder, String... arguments) {
    return execute(
        workingFolder,
        INSTALLATION,
        Stream.concat(Stream.of(program("python"), program.toString()), Stream.of(arguments))
            .toArray(String[]::new));
  }

  /** Runs a shell script in a folder. */
  public static CommandResult shell(String script, Path workingFolder) {
    return execute(workingFolder, INSTALLATION, "bash", "-euo", "pipefail", "-c", script);
  }

  private static CommandResult execute(Path folder, Duration limit, String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("PYTHONPATH", folder.toString());
    return RunningCommand.start(builder, folder).await(limit);
  }
}
