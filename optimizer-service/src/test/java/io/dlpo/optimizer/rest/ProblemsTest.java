package io.dlpo.optimizer.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;

class ProblemsTest {

  private final Problems problems = new Problems();

  @Test
  void shouldSayWhichTopicsTheBrokerKeepsFromTheOptimizer() {
    // When
    RestResponse<ProblemBody> response =
        problems.broker(new TopicAuthorizationException(Set.of("dlpo.b", "dlpo.a")));

    // Then
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getEntity().detail())
        .isEqualTo(
            "the broker does not let the optimizer at topics [dlpo.a, dlpo.b]; give its Kafka user the operations Read and Write on them");
  }

  @Test
  void shouldSayThatABrokerThatIsAwayMayBeAskedAgain() {
    // When
    RestResponse<ProblemBody> response = problems.broker(new TimeoutException("no node answers"));

    // Then
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getMediaType()).hasToString(ProblemBody.MEDIA_TYPE);
    assertThat(response.getEntity().detail())
        .isEqualTo("the broker does not do it now: no node answers; ask again when it is well");
  }
}
