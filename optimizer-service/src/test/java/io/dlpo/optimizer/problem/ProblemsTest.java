package io.dlpo.optimizer.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
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
            "the broker denies the optimizer access to topics [dlpo.a, dlpo.b]; grant its Kafka user"
                + " the operations Read and Write");
  }

  @Test
  void shouldSayThatABrokerThatIsAwayMayBeAskedAgain() {
    // When
    RestResponse<ProblemBody> response = problems.broker(new TimeoutException("no node answers"));

    // Then
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getMediaType()).hasToString(ProblemBody.MEDIA_TYPE);
    assertThat(response.getEntity().detail())
        .isEqualTo("the broker did not process the request: no node answers; try again later");
  }

  @Test
  void shouldSayInItsOwnWordsThatAMediaTypeIsUnknown() {
    // When
    RestResponse<ProblemBody> response =
        problems.other(new NotSupportedException("did not match the value in @Consumes"));

    // Then
    assertThat(response.getStatus()).isEqualTo(415);
    assertThat(response.getEntity().detail())
        .isEqualTo(
            "the media type of the body is not one that this path takes; /api/openapi lists them");
  }

  @Test
  void shouldKeepTheWordsOfAnEndpoint() {
    // When
    RestResponse<ProblemBody> response =
        problems.other(new NotFoundException("there is no run 'r'"));

    // Then
    assertThat(response.getStatus()).isEqualTo(404);
    assertThat(response.getEntity().detail()).isEqualTo("there is no run 'r'");
  }

  @Test
  void shouldNameTheRoleThatIsMissing() {
    // When
    RestResponse<ProblemBody> response =
        problems.forbidden(new ForbiddenException("this needs the role operator"));

    // Then
    assertThat(response.getStatus()).isEqualTo(403);
    assertThat(response.getEntity().detail()).isEqualTo("this needs the role operator");
  }
}
