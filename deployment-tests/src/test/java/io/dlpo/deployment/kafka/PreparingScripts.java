package io.dlpo.deployment.kafka;

import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.project.Project;
import io.dlpo.deployment.project.ServiceFacts;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What operators do for {@code overlays/production}, as scripts for whoever has a broker and a
 * database elsewhere.
 */
public final class PreparingScripts {

  private static final String WRITTEN =
      " Written by GeneratedFilesTest (-Ddlpo.kubernetes.write=true); do not edit.\n";
  private static final String BROKER_HEADER =
      """
      # Makes the topics, and gives the users their rights; what is there already stays. With bin/ of Kafka on the PATH:
      #   BROKER=kafka.example.com:9093 ADMIN=admin.properties sh broker.sh
      set -eu
      topic() { # name, partitions, retention in milliseconds
        kafka-topics.sh --bootstrap-server "$BROKER" --command-config "$ADMIN" --create --if-not-exists --topic "$1" \\
          --partitions "$2" --replication-factor "${REPLICAS:-3}" --config "retention.ms=$3" \\
          --config "min.insync.replicas=${IN_SYNC:-2}"
      }
      allow() { # user, operation, kind of resource, name
        kafka-acls.sh --bootstrap-server "$BROKER" --command-config "$ADMIN" --add --force \\
          --allow-principal "User:$1" --operation "$2" "--$3" "$4"
      }
      """;

  private PreparingScripts() {}

  /** Topics and rights. */
  public static String broker(Project project) {
    Stream<String> topics =
        GeneratedFiles.topicTable(project.topics()).lines().map(line -> "topic " + line);
    Stream<String> rights =
        project.services().stream()
            .sorted(Comparator.comparing(ServiceFacts::name))
            .flatMap(service -> rights(service, project));
    return "#!/bin/sh\n#" + WRITTEN + BROKER_HEADER + lines(Stream.concat(topics, rights));
  }

  private static Stream<String> rights(ServiceFacts service, Project project) {
    return Grants.needed(service, project).stream()
        .map(
            grant ->
                "allow %s %s %s %s"
                    .formatted(
                        GeneratedFiles.userOf(service),
                        grant.operation(),
                        grant.resource(),
                        grant.name()));
  }

  /** Roles, schemas and passwords, as a {@code Cluster} of CloudNativePG's describes them. */
  public static String database(Manifest cluster) {
    Stream<String> statements =
        cluster
            .at("/spec/bootstrap/initdb/postInitApplicationSQL")
            .valueStream()
            .map(statement -> statement.asText() + ";");
    Stream<String> passwords =
        cluster
            .at("/spec/managed/roles")
            .valueStream()
            .filter(role -> role.has("passwordSecret"))
            .map(role -> role.path("name").asText())
            .map(role -> "alter role %s password :'%s';".formatted(role, variable(role)));
    String name = cluster.at("/spec/bootstrap/initdb/database").asText();
    String variables =
        cluster
            .at("/spec/managed/roles")
            .valueStream()
            .filter(role -> role.has("passwordSecret"))
            .map(role -> " -v " + variable(role.path("name").asText()) + "=…")
            .collect(Collectors.joining());
    return "--"
        + WRITTEN
        + "-- Once, as a superuser, in the empty database '%s', with the passwords of the store:\n"
            .formatted(name)
        + "--   psql -d %s -1 -v ON_ERROR_STOP=1%s -f database.sql\n".formatted(name, variables)
        + lines(Stream.concat(statements, passwords));
  }

  private static String variable(String role) {
    return role.replaceFirst("^dlpo_", "");
  }

  private static String lines(Stream<String> lines) {
    return lines.map(line -> line + "\n").collect(Collectors.joining());
  }
}
