package io.dlpo.deployment.admission;

import io.dlpo.deployment.manifest.Manifest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The API server of the {@code kubectl} context that {@code DLPO_TEST_CLUSTER} names.
 *
 * @param context name of the context
 */
record ApiServer(String context) {

  /**
   * What a command has said.
   *
   * @param status exit status
   * @param out standard output
   * @param complaints standard error, with the warnings of the server
   */
  record Reply(int status, String out, String complaints) {

    Reply expectSuccess() {
      if (status != 0) {
        throw new AssertionError("exit status " + status + ": " + complaints);
      }
      return this;
    }
  }

  /** The server, if one is named and answers. */
  static Optional<ApiServer> find() {
    return Optional.ofNullable(System.getenv("DLPO_TEST_CLUSTER"))
        .filter(context -> !context.isBlank())
        .map(ApiServer::new)
        .filter(server -> server.kubectl("", "get", "--raw", "/readyz").status() == 0);
  }

  /** For {@code @EnabledIf}. */
  static boolean isThere() {
    return find().isPresent();
  }

  /** Version and kind of all resources that it serves, such as {@code apps/v1 Deployment}. */
  Set<String> kinds() {
    return kubectl("", "api-resources", "--no-headers")
        .expectSuccess()
        .out()
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .map(columns -> columns[columns.length - 3] + " " + columns[columns.length - 1])
        .collect(Collectors.toSet());
  }

  /** Asks whether documents would be taken, with all of admission, but stores nothing. */
  Reply dryRun(String namespace, List<Manifest> manifests) {
    String documents =
        manifests.stream()
            .map(manifest -> manifest.json().toString())
            .collect(
                Collectors.joining(
                    ",", "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [", "]}"));
    return kubectl(documents, "-n", namespace, "apply", "--dry-run=server", "-f", "-");
  }

  /** Runs {@code kubectl} with a text as its input. */
  Reply kubectl(String input, String... arguments) {
    List<String> command =
        Stream.concat(Stream.of("kubectl", "--context", context), Stream.of(arguments)).toList();
    try {
      Path errors = Files.createTempFile("kubectl", ".err");
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      }
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      String complaints = Files.readString(errors);
      Files.delete(errors);
      return new Reply(status, out, complaints);
    } catch (IOException e) {
      throw new UncheckedIOException(String.join(" ", command) + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
