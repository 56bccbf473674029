package io.dlpo.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.gateway.FinishReason;
import io.dlpo.gateway.ModelRequest;
import org.junit.jupiter.api.Test;

class TokenEstimateTest {

  @Test
  void shouldCountTheWordsAndTheLongestReply() {
    // Given 12 for the form, 300 bytes and 64 for the reply
    Engine engine = new Engine("gpt-x", 0.0, 64, null, null);

    // When
    long estimate = TokenEstimate.of(request(engine, "a".repeat(100), "b".repeat(200)));

    // Then
    assertThat(estimate).isEqualTo(12 + 100 + 64);
  }

  @Test
  void shouldGuessTheReplyThatNobodyLimits() {
    assertThat(TokenEstimate.of(request(Engine.greedy("gpt-x"), "", ""))).isEqualTo(12 + 256);
  }

  @Test
  void shouldTakeACharacterThatIsNoLatinForATokenOrMore() {
    assertThat(TokenEstimate.of(request(Engine.greedy("gpt-x"), "日本語".repeat(10), "")))
        .isEqualTo(12 + 30 + 256);
  }

  @Test
  void shouldEstimateAReplyByItsTextAndOneThatWasCutOffByItsLimit() {
    // Given
    ModelRequest limited = request(new Engine("gpt-x", 0.0, 64, null, null), "", "");
    ModelRequest unlimited = request(Engine.greedy("gpt-x"), "", "");

    // Then
    assertThat(TokenEstimate.output(limited, "0123456789", FinishReason.STOP)).isEqualTo(4);
    assertThat(TokenEstimate.output(limited, "", FinishReason.LENGTH)).isEqualTo(64);
    assertThat(TokenEstimate.output(unlimited, "", FinishReason.LENGTH)).isEqualTo(1);
    assertThat(TokenEstimate.input(limited)).isEqualTo(12);
  }

  @Test
  void shouldRefuseANegativeLimitByItsName() {
    // Given
    RateSettings negative =
        new RateSettings() {
          @Override
          public int requestsPerMinute() {
            return 10;
          }

          @Override
          public int tokensPerMinute() {
            return -1;
          }
        };

    // Then
    assertThatThrownBy(() -> RateSettings.checked(negative))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "dlpo.gateway.rate.tokens-per-minute is -1; must be 1 or more, or 0 for no limit");
  }

  private static ModelRequest request(Engine engine, String system, String user) {
    return new ModelRequest(
        engine, system, user, "scope", 0, "worker", new EvaluationId("e1"), CallPurpose.BATCH);
  }
}
