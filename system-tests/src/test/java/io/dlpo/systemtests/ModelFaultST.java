package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.systemtests.stack.CommandResult;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.SharedStack;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import io.dlpo.testing.model.ModelRequestSeen;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedReply;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A model that cannot be used pauses the run with the reason; nothing is lost or made up. */
@ExtendWith(SharedStack.class)
class ModelFaultST {

  private static final String KEY = "not-a-real-key-7f3a";

  @Test
  void shouldPauseOnAWrongKeyWithoutRetriesAndGoOnWhenItIsRight() {
    try (ScriptedModel model = ScriptedModel.start();
        Stack stack = Stack.up("wrong-key", endpoint(model))) {
      // Given
      model.script(
          request -> ScriptedReply.error(401, "invalid_api_key", "Incorrect API key provided"));
      Path spec = SpecFile.small(stack.dlpo(), "wrong-key", 1, 41);

      // When
      CommandResult paused = stack.dlpo().run("run", spec.toString(), "--run-id", "wrong-key");

      // Then
      assertThat(paused.exitStatus()).as(paused.toString()).isEqualTo(1);
      assertThat(paused.err()).contains("401").contains("resume");
      assertThat(stack.runNow("wrong-key").status()).isEqualTo("PAUSED");
      assertThat(stack.runNow("wrong-key").reason()).contains("401").doesNotContain(KEY);
      assertThat(model.requests())
          .as("one request an example")
          .extracting(ModelRequestSeen::user)
          .isNotEmpty()
          .doesNotHaveDuplicates();

      // When the endpoint takes the key
      model.script(request -> ScriptedReply.text("Answer: 1"));
      stack.dlpo().run("resume", "wrong-key").expect(0);

      // Then
      CommandResult followed = stack.dlpo().run("follow", "wrong-key");
      assertThat(followed.exitStatus()).as(followed.toString()).isEqualTo(0);
      assertThat(stack.runNow("wrong-key").status()).isEqualTo("FINISHED");
    }
  }

  @Test
  void shouldPauseWhenTheEndpointIsDown() {
    // Given
    Map<String, String> nobodyThere;
    try (ScriptedModel model = ScriptedModel.start()) {
      nobodyThere = endpoint(model);
    }
    try (Stack stack = Stack.up("endpoint-down", nobodyThere)) {
      Path spec = SpecFile.small(stack.dlpo(), "endpoint-down", 1, 42);

      // When
      CommandResult paused = stack.dlpo().run("run", spec.toString(), "--run-id", "down");

      // Then
      assertThat(paused.exitStatus()).as(paused.toString()).isEqualTo(1);
      RunReport report = stack.runNow("down");
      assertThat(report.status()).isEqualTo("PAUSED");
      assertThat(report.reason()).contains("127.0.0.1");
    }
  }

  @Test
  void shouldPauseOnAModelThatTheEndpointDoesNotKnow(Stack stack) {
    // Given
    String text =
        SpecFile.smallText("unknown-model", 1, 43)
            + "engines: {forward: {model: no-such-model}, backward: {model: sim-teacher}}\n";
    Path spec = SpecFile.write(stack.dlpo(), "unknown-model", text);

    // When
    CommandResult paused = stack.dlpo().run("run", spec.toString(), "--run-id", "unknown-model");

    // Then
    assertThat(paused.exitStatus()).as(paused.toString()).isEqualTo(1);
    assertThat(paused.err()).contains("no-such-model");
    assertThat(stack.runNow("unknown-model").status()).isEqualTo("PAUSED");
  }

  private static Map<String, String> endpoint(ScriptedModel model) {
    return Map.of("OPENAI_BASE_URL", model.baseUrl(), "OPENAI_API_KEY", KEY);
  }
}
