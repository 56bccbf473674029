package io.dlpo.optimizer.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForkBodyTest {

  @Test
  void shouldReadAllThatIsSaid() {
    assertThat(read("{\"step\": 4, \"set\": {\"seed\": 7, \"name\": \"b\"}, \"runId\": \"mine\"}"))
        .isEqualTo(
            new ForkBody(4, Map.of("seed", new IntNode(7), "name", new TextNode("b")), "mine"));
  }

  @Test
  void shouldReadLess() {
    assertThat(read("{\"step\": 4}")).isEqualTo(new ForkBody(4, Map.of(), null));
    assertThat(read("{\"set\": null, \"runId\": null}"))
        .isEqualTo(new ForkBody(null, Map.of(), null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"sett\": {}} | sett is an unknown key; must be step, set or runId",
        "{\"step\": \"4\"} | step is '\"4\"'; must be the number of a step, 1 or more",
        "{\"step\": 4.5} | step is '4.5'; must be the number of a step, 1 or more",
        "{\"step\": 99999999999} | step is '99999999999'; must be the number of a step, 1 or more",
        "{\"set\": [7]} | set is '[7]'; must be an object with keys and values, such as"
            + " {\"seed\": 7}",
        "{\"runId\": 7} | runId is '7'; must be a string",
        "[] | body is '[]'; must be an object with the keys step, set and runId"
      })
  void shouldSayWhatIsWrong(String body, String message) {
    assertThat(refused(body)).extracting(Problem::message).containsExactly(message);
  }

  @Test
  void shouldRefuseABodyThatIsNotThereOrNoJson() {
    assertThat(refused("").getFirst().message())
        .isEqualTo("body is missing; must be an object with the keys step, set and runId");
    assertThat(refused("{\"step\": ").getFirst().message())
        .startsWith("line 1 is not valid JSON: ");
  }

  private static List<Problem> refused(String body) {
    return catchThrowableOfType(RefusedException.class, () -> read(body)).problems();
  }

  private static ForkBody read(String body) {
    return ForkBody.read(body.getBytes(StandardCharsets.UTF_8));
  }
}
