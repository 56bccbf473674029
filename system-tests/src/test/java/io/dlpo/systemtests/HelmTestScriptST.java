package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.systemtests.stack.CommandResult;
import io.dlpo.systemtests.stack.Dlpo;
import io.dlpo.systemtests.stack.SchemathesisRun;
import io.dlpo.systemtests.stack.SharedStack;
import io.dlpo.systemtests.stack.Stack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code helm test} runs in the cluster, run against the stack. */
@ExtendWith(SharedStack.class)
class HelmTestScriptST {

  private final Stack stack;
  private final String script;

  HelmTestScriptST(Stack stack) throws IOException {
    this.stack = stack;
    this.script = Files.readString(Dlpo.inCheckout("deploy/helm/dlpo/files/test.sh"));
  }

  @Test
  void shouldMakeARunAndWaitForItsEnd() {
    // When
    CommandResult result = run(URI.create(stack.rest()).getPort(), script).expect(0);

    // Then
    String runId = result.out().replaceFirst("(?s).*requested the run (\\S+)\n.*", "$1");
    assertThat(result.out()).contains("uploaded the dataset ").endsWith(runId + ": FINISHED\n");
    assertThat(stack.runNow(runId).status()).isEqualTo("FINISHED");
  }

  @Test
  void shouldFailWithTheAnswerThatItDidNotWant() {
    // When
    CommandResult result =
        run(URI.create(stack.rest()).getPort(), script.replace("type: number", "type: none"));

    // Then
    assertThat(result.exitStatus()).isEqualTo(1);
    assertThat(result.err()).contains("POST /api/runs?runId=", "HTTP/1.", "metric.type");
  }

  private CommandResult run(int port, String text) {
    return SchemathesisRun.shell(
        "export HOST=127.0.0.1 PORT=" + port + "\n" + text, stack.dlpo().home());
  }
}
