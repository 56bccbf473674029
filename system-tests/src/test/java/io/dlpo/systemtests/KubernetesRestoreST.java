package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dlpo.systemtests.stack.Cluster;
import io.dlpo.systemtests.stack.ClusterInstallation;
import io.dlpo.systemtests.stack.Dlpo;
import io.dlpo.systemtests.stack.GuideCommands;
import io.dlpo.systemtests.stack.OnCluster;
import io.dlpo.systemtests.stack.RestoreDrill;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Tests the procedure of docs/operations.md on a real cluster: back up, delete the namespace with
 * all volumes, install again and restore, without any Kafka data.
 */
@OnCluster
class KubernetesRestoreST {

  private final ClusterInstallation cluster =
      ClusterInstallation.of(Cluster.of(Dlpo.fresh("kubectl", Map.of()).home()), "400ms");

  @AfterAll
  void uninstall() {
    cluster.close();
  }

  @Test
  void shouldHaveFinishedRunsAndGoOnWithOthersAfterTheNamespaceWasDeleted() {
    List<String> commands = GuideCommands.under("docs/operations.md", "### Kubernetes");
    assertThat(commands).as("back up, restore").hasSize(2);
    assumeTrue(
        majorOf("pg_dump").equals(majorOf("postgres")),
        "the image of the database has no pg_dump of its version");

    // Given
    RestoreDrill drill = new RestoreDrill(cluster);

    // When
    cluster.shell(commands.get(0));
    cluster.shell("kubectl delete namespace dlpo");
    cluster.install();
    cluster.shell(commands.get(1));
    cluster.awaitAvailable();

    // Then
    drill.check(cluster);
  }

  /** Such as 18, of "pg_dump (PostgreSQL) 18.6". */
  private String majorOf(String program) {
    String version = cluster.kubectl("exec", "postgres-0", "--", program, "--version").out();
    return version.replaceFirst("(?s).*PostgreSQL\\) (\\d+).*", "$1");
  }
}
