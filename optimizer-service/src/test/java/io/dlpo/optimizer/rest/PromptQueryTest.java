package io.dlpo.optimizer.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.contracts.id.PromptName;
import io.dlpo.core.refusal.RefusedException;
import org.junit.jupiter.api.Test;

class PromptQueryTest {

  @Test
  void shouldReadALabelANumberOrNeither() {
    assertThat(PromptQuery.of("counting", "canary", null).label()).hasToString("canary");
    assertThat(PromptQuery.of("counting", null, "3").version()).isEqualTo(3);
    assertThat(PromptQuery.of("counting", null, null))
        .isEqualTo(new PromptQuery(new PromptName("counting"), null, null));
  }

  @Test
  void shouldTellALabelFromNone() {
    assertThat(PromptQuery.of("counting", "null", null))
        .isNotEqualTo(PromptQuery.of("counting", null, null));
  }

  @Test
  void shouldSayWhatIsWrong() {
    assertThatThrownBy(() -> PromptQuery.of("counting", "canary", "3"))
        .isInstanceOf(RefusedException.class)
        .hasMessage("label is 'canary' and version is '3'; at most one of them may be there");
    assertThatThrownBy(() -> PromptQuery.of("counting", null, "latest"))
        .isInstanceOf(RefusedException.class)
        .hasMessage("version is 'latest'; must be the number of a version");
    assertThatThrownBy(() -> PromptQuery.of("my prompt", null, null))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("name is 'my prompt'; must be 1 to 100 letters");
  }
}
