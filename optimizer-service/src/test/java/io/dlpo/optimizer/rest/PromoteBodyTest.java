package io.dlpo.optimizer.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dlpo.contracts.id.PromptLabel;
import io.dlpo.contracts.id.PromptName;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromoteBodyTest {

  @Test
  void shouldReadAllThatIsSaidAndLess() {
    assertThat(read("{\"name\": \"counting\", \"label\": \"production\", \"force\": true}"))
        .isEqualTo(
            new PromoteBody(new PromptName("counting"), new PromptLabel("production"), true));
    assertThat(read("{\"name\": \"counting\", \"label\": null, \"force\": null}"))
        .isEqualTo(new PromoteBody(new PromptName("counting"), null, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"nam\": \"c\", \"name\": \"c\"} | nam is an unknown key; must be name, label, force",
        "{\"label\": \"production\"} | name is missing; must be 1 to 100 letters, digits, '.', '_' and '-', starting with a letter or digit",
        "{\"name\": \"my prompt\"} | name is 'my prompt'; must be 1 to 100 letters, digits, '.', '_' and '-', starting with a letter or digit",
        "{\"name\": 7} | name is '7'; must be 1 to 100 letters, digits, '.', '_' and '-', starting with a letter or digit",
        "{\"name\": \"c\", \"force\": \"yes\"} | force is 'yes'; must be true or false",
        "[] | body is '[]'; must be an object with the keys name, label, force"
      })
  void shouldSayWhatIsWrong(String body, String message) {
    assertThat(refused(body)).extracting(Problem::message).containsExactly(message);
  }

  @Test
  void shouldSayEverythingAtOnce() {
    assertThat(refused("{\"label\": \"\", \"force\": 1, \"note\": \"\"}"))
        .extracting(Problem::key)
        .containsExactly("note", "name", "label", "force");
    assertThat(refused("").getFirst().message()).startsWith("body is missing; must be an object");
  }

  private static List<Problem> refused(String body) {
    return catchThrowableOfType(RefusedException.class, () -> read(body)).problems();
  }

  private static PromoteBody read(String body) {
    return PromoteBody.read(body.getBytes(StandardCharsets.UTF_8));
  }
}
