package io.dlpo.deployment.check;

import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.project.Project;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * No secret is written in a manifest: neither as a document nor as a value. The path of a file that
 * holds one is none.
 */
final class SecrecyCheck implements Check {

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(PASSWORD|(API|OPERATOR|VIEWER)_KEY|TOKEN|SECRET|JAAS|CREDENTIAL)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FILE_NAME = Pattern.compile("_FILE$");
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._-]+)+");
  private static final Pattern SECRET_IN_URL = Pattern.compile("://[^/@]+:[^/@]+@|[?&]password=");

  @Override
  public List<String> problems(Manifests manifests, Project project) {
    Stream<String> documents =
        manifests.ofKind("Secret").map(secret -> secret.id() + " is written in the manifests");
    Stream<String> settings =
        manifests
            .ofKind("ConfigMap")
            .flatMap(
                map ->
                    map.at("/data")
                        .propertyStream()
                        .filter(entry -> isSecret(entry.getKey(), entry.getValue().asText()))
                        .map(entry -> revealed(map, entry.getKey())));
    Stream<String> variables =
        manifests
            .pods()
            .flatMap(
                pod ->
                    pod.containers()
                        .flatMap(container -> container.path("env").valueStream())
                        .filter(entry -> entry.has("value"))
                        .map(
                            entry ->
                                Map.entry(
                                    entry.path("name").asText(), entry.path("value").asText()))
                        .filter(entry -> isSecret(entry.getKey(), entry.getValue()))
                        .map(entry -> revealed(pod.owner(), entry.getKey())));
    return Stream.of(documents, settings, variables).flatMap(stream -> stream).toList();
  }

  private static boolean isSecret(String name, String value) {
    return (SECRET_NAME.matcher(name).find() && !isPath(name, value))
        || SECRET_IN_URL.matcher(value).find();
  }

  private static boolean isPath(String name, String value) {
    return FILE_NAME.matcher(name).find() && PATH.matcher(value).matches();
  }

  private static String revealed(Manifest manifest, String name) {
    return manifest.id() + " writes " + name + " where everybody can read it";
  }
}
