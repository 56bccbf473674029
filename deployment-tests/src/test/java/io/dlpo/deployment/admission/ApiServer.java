package io.dlpo.deployment.admission;

import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Program;
import io.dlpo.deployment.manifest.Program.Ending;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The API server of the {@code kubectl} context that {@code DLPO_TEST_CLUSTER} names.
 *
 * @param kubectl the program with this context
 */
record ApiServer(Program kubectl) {

  /** The server, if one is named and answers. */
  static Optional<ApiServer> find() {
    return Optional.ofNullable(System.getenv("DLPO_TEST_CLUSTER"))
        .filter(context -> !context.isBlank())
        .flatMap(context -> Program.onPath("kubectl", "--context", context))
        .filter(kubectl -> kubectl.run("get", "--raw", "/readyz").status() == 0)
        .map(ApiServer::new);
  }

  /** Version and kind of all resources that it serves, such as {@code apps/v1 Deployment}. */
  Set<String> kinds() {
    return kubectl
        .run("api-resources", "--no-headers")
        .orThrow()
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .map(columns -> columns[columns.length - 3] + " " + columns[columns.length - 1])
        .collect(Collectors.toSet());
  }

  /** Asks whether documents would be taken, with all of admission, but stores nothing. */
  Ending dryRun(String namespace, List<Manifest> manifests) {
    String documents =
        manifests.stream()
            .map(manifest -> manifest.json().toString())
            .collect(
                Collectors.joining(
                    ",", "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [", "]}"));
    return kubectl.runOn(documents, "-n", namespace, "apply", "--dry-run=server", "-f", "-");
  }
}
