package io.dlpo.optimizer.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.optimizer.rest.DatasetResource;
import io.dlpo.optimizer.rest.DeadLetterResource;
import io.dlpo.optimizer.rest.ForkResource;
import io.dlpo.optimizer.rest.RunResource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedMethodsTest {

  private final AllowedMethods methods =
      AllowedMethods.of(Stream.of(RunResource.class, ForkResource.class, DeadLetterResource.class));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/runs                 | GET, HEAD, OPTIONS, POST",
        "/api/runs/                | GET, HEAD, OPTIONS, POST",
        "/api/runs;a=b             | GET, HEAD, OPTIONS, POST",
        "/api/runs/7               | DELETE, GET, HEAD, OPTIONS",
        "/api/runs/%25             | DELETE, GET, HEAD, OPTIONS",
        "/api/runs/7/steps         | GET, HEAD, OPTIONS",
        "/api/runs/7/fork          | OPTIONS, POST",
        "/api/dead-letters/a:0:0   | GET, HEAD, OPTIONS",
        "/api/dead-letters/redrive | OPTIONS, POST"
      })
  void shouldListTheMethodsOfAPathAndOfNoOther(String path, String allowed) {
    assertThat(String.join(", ", methods.at(path))).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api", "/api/run", "/api/runs/7/8", "/api/runs//fork/x"})
  void shouldKnowNoOtherPath(String path) {
    assertThat(methods.at(path)).isEmpty();
  }

  @Test
  void shouldReadEachEndpointOfAResource() {
    assertThat(AllowedMethods.of(Stream.of(DatasetResource.class)).endpoints())
        .extracting(AllowedMethods.Endpoint::method)
        .containsExactlyInAnyOrder("GET", "POST");
  }
}
