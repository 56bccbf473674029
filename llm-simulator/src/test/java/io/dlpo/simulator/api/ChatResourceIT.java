package io.dlpo.simulator.api;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint over HTTP. */
@QuarkusTest
class ChatResourceIT {

  private static final String QUESTION =
      "I have two cats, a drum, and three dogs. How many animals do I have?";

  @Test
  void shouldAnswerInTheShapeOfAChatCompletion() {
    post(request("sim-student", QUESTION, "\"temperature\": 0"))
        .statusCode(200)
        .body("object", equalTo("chat.completion"))
        .body("model", equalTo("sim-student"))
        .body("choices[0].message.role", equalTo("assistant"))
        .body("choices[0].finish_reason", equalTo("stop"))
        .body("usage.prompt_tokens", greaterThan(10))
        .body("usage.completion_tokens", greaterThan(1));
  }

  @Test
  void shouldGiveTheSameReplyToTheSameRequest() {
    // Given
    String request = request("sim-student", QUESTION, "\"temperature\": 0");

    // Then
    assertThat(post(request).extract().asString()).isEqualTo(post(request).extract().asString());
  }

  @Test
  void shouldCutAReplyAtTheLimitOfTokens() {
    post(request("sim-student", QUESTION, "\"max_tokens\": 2"))
        .body("choices[0].finish_reason", equalTo("length"))
        .body("usage.completion_tokens", equalTo(2));
  }

  @Test
  void shouldRefuseWhatOpenAiRefuses() {
    post(request("gpt-4o", QUESTION, "\"temperature\": 0"))
        .statusCode(404)
        .body("error.code", equalTo("model_not_found"))
        .body("error.message", containsString("gpt-4o"));
    post("{").statusCode(400).body("error.code", equalTo("invalid_json"));
    post("{\"model\": \"sim-student\"}").statusCode(400).body("error.param", equalTo("messages"));
    post("{\"messages\": [{\"role\": \"user\", \"content\": \"?\"}]}")
        .statusCode(400)
        .body("error.code", equalTo("missing_required_parameter"))
        .body("error.param", equalTo("model"));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"stream\": true',stream",
    "'\"max_tokens\": 0',max_tokens",
    "'\"max_completion_tokens\": \"many\"',max_completion_tokens",
    "'\"temperature\": 2.5',temperature",
    "'\"temperature\": \"hot\"',temperature",
    "'\"n\": 2',n"
  })
  void shouldRefuseAValueThatIsNotAllowed(String part, String param) {
    post(request("sim-student", QUESTION, part))
        .statusCode(400)
        .body("error.type", equalTo("invalid_request_error"))
        .body("error.code", equalTo("invalid_value"))
        .body("error.param", equalTo(param))
        .body("error.message", containsString("must be"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "3", "{\"model\": 5, \"messages\": [1]}"})
  void shouldRefuseAnyOtherJson(String body) {
    post(body).statusCode(anyOf(is(400), is(404))).body("error.message", notNullValue());
  }

  @Test
  void shouldRefuseBytesThatAreNoText() {
    given()
        .contentType("application/json")
        .body(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xd8})
        .post("/v1/chat/completions")
        .then()
        .statusCode(400)
        .body("error.code", equalTo("invalid_json"));
  }

  @Test
  void shouldVaryWithTheSeedWhereSamplingIsWanted() {
    assertThat(content(request("sim-student", QUESTION, "\"temperature\": 1, \"seed\": 1")))
        .isEqualTo(content(request("sim-student", QUESTION, "\"seed\": 1")));
    assertThat(
            IntStream.range(0, 20)
                .mapToObj(seed -> content(request("sim-student", QUESTION, "\"seed\": " + seed)))
                .distinct())
        .hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @CsvSource({
    "You critique one wrong answer of a language model,The prompt should say",
    "You merge critiques of several wrong answers,The prompt should change",
    "You edit a prompt sentence by sentence.,edits",
    "You compare prompts for a language model.,positive",
    "You make a prompt shorter and simpler,edits",
    "You judge one answer of a language model by a rubric.,score"
  })
  void shouldAnswerWhateverTheServicesAskItsTeacher(String role, String expected) {
    // When
    List<String> replies =
        IntStream.range(0, 5)
            .mapToObj(seed -> content(request("sim-teacher", "?", "\"seed\": " + seed, role)))
            .toList();

    // Then
    assertThat(replies).anyMatch(reply -> reply.contains(expected));
  }

  @Test
  void shouldListItsModels() {
    when().get("/v1/models").then().body("data.id", hasItems("sim-student", "sim-teacher"));
    when().get("/v1/models/sim-teacher").then().statusCode(200).body("id", equalTo("sim-teacher"));
    when().get("/v1/models/other").then().statusCode(404);
  }

  private static String request(String model, String user, String more) {
    return request(model, user, more, "Answer.");
  }

  private static String request(String model, String user, String more, String system) {
    return """
    {"model": "%s", "messages": [{"role": "system", "content": "%s"},
     {"role": "user", "content": "%s"}], %s}
    """
        .formatted(model, system, user, more);
  }

  private static String content(String request) {
    return post(request).extract().path("choices[0].message.content");
  }

  private static ValidatableResponse post(String body) {
    return given().contentType("application/json").body(body).post("/v1/chat/completions").then();
  }
}
