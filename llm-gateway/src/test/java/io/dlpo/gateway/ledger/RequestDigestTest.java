package io.dlpo.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.prompt.MessageRole;
import io.dlpo.contracts.prompt.PromptMessage;
import io.dlpo.gateway.ModelRequest;
import io.dlpo.gateway.ReplyForm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestDigestTest {

  private static final EvaluationId EVALUATION = new EvaluationId("e1");
  private static final Engine GREEDY = Engine.greedy("student");
  private static final PromptMessage SYSTEM = new PromptMessage(MessageRole.SYSTEM, "s");
  private static final PromptMessage USER = new PromptMessage(MessageRole.USER, "u");
  private static final Engine SAMPLED = new Engine("student", null, null, null, null);

  @Test
  void shouldShareADeterministicRequestAcrossScopesAndRequesters() {
    assertThat(digest(GREEDY, "s", "u", "scope-1", 0, "a"))
        .isEqualTo(digest(GREEDY, "s", "u", "scope-2", 0, "b"));
  }

  @Test
  void shouldKeepASampledRequestWithinItsScope() {
    assertThat(digest(SAMPLED, "s", "u", "scope-1", 0, "a"))
        .isEqualTo(digest(SAMPLED, "s", "u", "scope-1", 0, "b"))
        .isNotEqualTo(digest(SAMPLED, "s", "u", "scope-2", 0, "a"));
  }

  @Test
  void shouldTellApartWhateverDecidesTheReply() {
    assertThat(
            List.of(
                digest(GREEDY, "s", "u", "", 0, "a"),
                digest(GREEDY, "su", "", "", 0, "a"),
                digest(GREEDY, "", "su", "", 0, "a"),
                digest(GREEDY, "s", "u", "", 1, "a"),
                digest(Engine.greedy("teacher"), "s", "u", "", 0, "a"),
                digest(new Engine("student", 0.0, 10, null, null), "s", "u", "", 0, "a"),
                digest(new Engine("student", 0.0, null, 0.5, null), "s", "u", "", 0, "a"),
                digest(new Engine("student", 0.0, null, null, 10L), "s", "u", "", 0, "a")))
        .doesNotHaveDuplicates();
  }

  /** Replies that were stored before requests could have other messages are found again. */
  @Test
  void shouldKeepTheKeyOfASystemAndAUserMessage() {
    assertThat(digest(GREEDY, "s", "u", "", 0, "a"))
        .isEqualTo(sha256("[\"student\",0.0,null,null,null,\"s\",\"u\",0,\"\"]"));
  }

  @Test
  void shouldTellMessagesApart() {
    assertThat(
            List.of(
                digest(SYSTEM, USER),
                digest(USER, SYSTEM),
                digest(USER),
                digest(SYSTEM),
                digest(SYSTEM, USER, USER),
                digest(SYSTEM, new PromptMessage(MessageRole.ASSISTANT, "u")),
                digest(USER, new PromptMessage(MessageRole.USER, "s")),
                digest(new PromptMessage(MessageRole.SYSTEM, "[[\"user\",\"u\"]]"))))
        .doesNotHaveDuplicates();
    assertThat(digest(SYSTEM, USER)).isEqualTo(digest(GREEDY, "s", "u", "", 0, "a"));
  }

  @Test
  void shouldKeepTheKeysOfEarlierVersions() {
    assertThat(digest(GREEDY, "s", "u", "", 0, "a"))
        .isEqualTo("fe591628512a6c08a7216b7772bd6eeb4e83cdcae885692b52794decfe7e6e5b");
  }

  @Test
  void shouldTellEndpointsReasoningEffortsAndFormsApart() {
    JsonNode schema = new JsonMapper().createObjectNode().put("type", "object");
    JsonNode other = new JsonMapper().createObjectNode().put("type", "string");

    assertThat(
            List.of(
                digest(GREEDY, null),
                digest(engine(null, "local"), null),
                digest(engine(null, "low"), null),
                digest(engine("low", null), null),
                digest(engine("high", null), null),
                digest(GREEDY, new ReplyForm("a", schema)),
                digest(GREEDY, new ReplyForm("b", schema)),
                digest(GREEDY, new ReplyForm("a", other))))
        .doesNotHaveDuplicates();
  }

  private static Engine engine(@Nullable String reasoningEffort, @Nullable String endpoint) {
    return new Engine("student", 0.0, null, null, null, reasoningEffort, endpoint);
  }

  private static String digest(Engine engine, @Nullable ReplyForm form) {
    return RequestDigest.of(
        new ModelRequest(engine, "s", "u", "", 0, "a", EVALUATION, CallPurpose.BATCH, form));
  }

  @Test
  void shouldRefuseANegativeAttempt() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ModelRequest(GREEDY, "s", "u", "", -1, "a", EVALUATION, CallPurpose.BATCH))
        .withMessage("ModelRequest.attempt is -1; must be 0 or more");
  }

  private static String digest(PromptMessage... messages) {
    return RequestDigest.of(
        new ModelRequest(GREEDY, List.of(messages), "", 0, "a", EVALUATION, CallPurpose.BATCH));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String digest(
      Engine engine, String system, String user, String scope, int attempt, String requester) {
    return RequestDigest.of(
        new ModelRequest(
            engine, system, user, scope, attempt, requester, EVALUATION, CallPurpose.BATCH));
  }
}
