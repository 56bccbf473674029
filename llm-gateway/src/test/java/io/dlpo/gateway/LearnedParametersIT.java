package io.dlpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.testing.model.ModelRequestSeen;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.model.ScriptedReply;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Models that do not take every parameter, over a real connection. They have a name each, so that
 * they must not share an application with tests of metrics, which tell only a few models apart.
 */
@QuarkusTest
@TestProfile(NamedEndpointsIT.TwoAtOnce.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ScriptedModelResource.class)
class LearnedParametersIT {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<String> ALL =
      List.of("temperature", "top_p", "max_tokens", "seed", "reasoning_effort", "response_format");

  @Inject ModelGateway gateway;
  ScriptedModel model;

  /** Unique, because what is learned about a model stays. */
  private final String name = "model-" + UUID.randomUUID();

  @BeforeEach
  void reset() {
    model.reset();
  }

  @ParameterizedTest
  @CsvSource({
    "temperature-not-taken,temperature",
    "temperature-named-in-a-message,temperature",
    "temperature-forbidden-in-fastapi,temperature",
    "top_p-excludes-temperature,top_p",
    "seed-not-taken,seed",
    "seed-unknown-in-an-array,seed",
    "max_tokens-unknown,max_tokens",
    "reasoning_effort-not-taken,reasoning_effort",
    "reasoning_effort-as-thinking,reasoning_effort",
    "reasoning_effort-as-think-value,reasoning_effort"
  })
  void shouldLeaveOutWhatTheModelDoesNotTakeAndNotSendItAgain(String wire, String parameter) {
    // Given
    model.script(WireCases.script(wire));

    // When
    ModelReply.Replied first = (ModelReply.Replied) gateway.call(request());
    ModelReply.Replied second = (ModelReply.Replied) gateway.call(request());

    // Then
    assertThat(model.requests()).hasSize(3);
    assertThat(sent(0)).containsExactlyInAnyOrderElementsOf(ALL);
    assertThat(sent(1)).containsExactlyInAnyOrderElementsOf(without(parameter));
    assertThat(sent(2)).containsExactlyInAnyOrderElementsOf(without(parameter));
    String note = "Model %s does not take %s; it is called without it.".formatted(name, parameter);
    assertThat(first.notes()).containsExactly(note);
    assertThat(second.notes()).containsExactly(note);
    assertThat(first.text()).isEqualTo("Answer: 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"max_tokens-not-taken", "max_tokens-renamed-without-param"})
  void shouldSendTheLimitUnderTheNameThatTheModelTakes(String wire) {
    // Given
    model.script(WireCases.script(wire));

    // When
    ModelReply.Replied replied = (ModelReply.Replied) gateway.call(request());
    gateway.call(request());

    // Then
    assertThat(model.requests()).hasSize(3);
    assertThat(model.requests())
        .extracting(seen -> seen.body().path("max_tokens").asInt())
        .containsExactly(64, 0, 0);
    assertThat(model.requests())
        .extracting(seen -> seen.body().path("max_completion_tokens").asInt())
        .containsExactly(0, 64, 64);
    assertThat(replied.notes())
        .containsExactly("Model %s takes max_tokens as max_completion_tokens.".formatted(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "response_format-not-taken",
        "response_format-not-taken-as-500",
        "response_format-not-taken-as-500-in-words"
      })
  void shouldAskForTheFormAsTheModelTakesIt(String wire) throws Exception {
    // Given
    model.script(WireCases.script(wire));

    // When
    ModelReply.Replied replied = (ModelReply.Replied) gateway.call(request());
    gateway.call(request());

    // Then
    assertThat(formats())
        .containsExactly(
            MAPPER.readTree(
                "{'type':'json_schema','json_schema':{'name':'answer','strict':true,'schema':{'type':'object'}}}"
                    .replace('\'', '"')),
            MAPPER.readTree("{\"type\":\"json_object\",\"schema\":{\"type\":\"object\"}}"),
            MAPPER.readTree("{\"type\":\"json_object\",\"schema\":{\"type\":\"object\"}}"));
    assertThat(replied.notes())
        .containsExactly(
            "Model %s does not take response_format json_schema; it gets json_object with a schema."
                .formatted(name));
  }

  @Test
  void shouldAskForTheFormInWordsOnlyIfTheModelTakesNoOther() {
    // Given
    model.script(WireCases.script("response_format-never-taken"));

    // When
    ModelReply.Replied replied = (ModelReply.Replied) gateway.call(request());

    // Then
    assertThat(formats())
        .extracting(format -> format.path("type").asText())
        .containsExactly("json_schema", "json_object", "json_object", "");
    assertThat(replied.notes())
        .containsExactly(
            "Model %s does not take response_format json_schema; it gets the form in words only."
                .formatted(name));
  }

  @Test
  void shouldLearnEachParameterAndGiveUpNoneTwice() {
    // Given a model that takes nothing, and refuses what is left too
    model.script(
        seen ->
            ALL.stream()
                .filter(one -> seen.body().has(one))
                .findFirst()
                .map(one -> refusal(one + " is not supported"))
                .orElseGet(() -> refusal("the prompt is not supported at any temperature")));

    // When
    ModelReply reply = gateway.call(request());

    // Then: four steps of the form, and one for each other parameter
    assertThat(reply)
        .isInstanceOfSatisfying(
            ModelReply.Failed.class,
            failed -> assertThat(failed.failure().kind()).isEqualTo(FailureKind.REFUSED));
    assertThat(model.requests()).hasSize(1 + 5 + 3);
  }

  @Test
  void shouldForgetWhatDidNotHelp() {
    // Given a refusal that only seems to be about a parameter
    model.script(seen -> refusal("at this temperature no model is left"));
    gateway.call(request());
    model.reset();
    model.script(seen -> ScriptedReply.text("8"));

    // When
    ModelReply.Replied replied = (ModelReply.Replied) gateway.call(request());

    // Then
    assertThat(sent(0)).contains("temperature");
    assertThat(replied.notes()).isEmpty();
  }

  @Test
  void shouldNotMistakeAnOutageForARefusal() {
    // Given a server that blames a parameter, but does no better without it
    AtomicInteger asked = new AtomicInteger();
    model.script(
        seen ->
            asked.incrementAndGet() < 4
                ? ScriptedReply.error(500, "crash", "the sampler crashed at temperature 0")
                : ScriptedReply.text("8"));

    // When
    ModelReply.Replied replied = (ModelReply.Replied) gateway.call(request());
    gateway.call(request());

    // Then
    assertThat(sent(0)).contains("temperature");
    assertThat(sent(1)).doesNotContain("temperature");
    assertThat(sent(2)).contains("temperature");
    assertThat(replied.text()).isEqualTo("8");
  }

  @Test
  void shouldKeepALimitThatIsTooLargeForThePrompt() {
    // Given
    model.script(
        seen ->
            refusal(
                "'max_tokens' or 'max_completion_tokens' is too large: 64. This model's maximum context length is 32 tokens."));

    // When
    ModelReply reply = gateway.call(request());

    // Then
    assertThat(reply).isInstanceOf(ModelReply.Failed.class);
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void shouldTellTheModelsOfAnEndpointApart() {
    // Given
    model.script(
        seen ->
            seen.body().has("temperature") && seen.model().equals(name)
                ? refusal("temperature is not supported")
                : ScriptedReply.text("8"));

    // When
    gateway.call(request());
    gateway.call(request("another-" + name));

    // Then
    assertThat(sent(1)).doesNotContain("temperature");
    assertThat(sent(2)).contains("temperature");
  }

  @Test
  void shouldTellTheSameWhenTheLedgerHasTheReply() {
    // Given
    model.script(WireCases.script("temperature-not-taken"));
    ModelRequest request = request();

    // When
    ModelReply paid = gateway.call(request);
    ModelReply again = gateway.call(request);

    // Then
    assertThat(again).isEqualTo(paid);
    assertThat(((ModelReply.Replied) again).notes()).hasSize(1);
  }

  private ModelRequest request() {
    return request(name);
  }

  private static ModelRequest request(String model) {
    return new ModelRequest(
        new Engine(model, 0.0, 64, 0.9, 7L, "medium", null),
        "Answer.",
        "question " + UUID.randomUUID(),
        "scope-1",
        0,
        "worker-1",
        new EvaluationId("awaited"),
        CallPurpose.BATCH,
        new ReplyForm("answer", MAPPER.createObjectNode().put("type", "object")));
  }

  private static ScriptedReply refusal(String words) {
    return ScriptedReply.error(400, "invalid", words);
  }

  private List<String> sent(int request) {
    JsonNode body = model.requests().get(request).body();
    return ALL.stream().filter(body::has).toList();
  }

  private static List<String> without(String parameter) {
    return ALL.stream().filter(one -> !one.equals(parameter)).toList();
  }

  private List<JsonNode> formats() {
    return model.requests().stream()
        .map(ModelRequestSeen::body)
        .map(body -> body.path("response_format"))
        .toList();
  }
}
