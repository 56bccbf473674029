package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.systemtests.stack.PythonEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the MLflow tap makes of a recorded run, tested without MLflow by Python's own tests. */
class TapMappingTest {

  @Test
  void shouldPassItsPythonTests() throws IOException, InterruptedException {
    // When
    Process tests =
        new ProcessBuilder(PythonEnvironment.python(), "-B", "-m", "unittest", "--verbose")
            .directory(PythonEnvironment.TAPS.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    // Then
    assertThat(tests.waitFor()).as(said).isZero();
    assertThat(said).containsPattern("Ran 1\\d tests");
  }
}
