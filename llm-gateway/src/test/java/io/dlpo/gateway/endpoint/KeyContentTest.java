package io.dlpo.gateway.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyContentTest {

  @ParameterizedTest
  @ValueSource(strings = {"sk-abc_1.2/3+4=", "sk-abc_1.2/3+4=\n", "\r\n sk-abc_1.2/3+4= \r\n\n"})
  void shouldTakeAKeyWithoutTheSpaceAroundIt(String content) {
    assertThat(key(content)).isEqualTo("sk-abc_1.2/3+4=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \t\r\n"})
  void shouldRefuseAnEmptyFile(String content) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> key(content))
        .withMessage("it is empty; it must hold the API key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sk-one\nsk-two", "key = sk-one", "sk-one\r\nX-Header: x", "sk-ö", "sk-\u0000"})
  void shouldRefuseWhatNoHeaderCanHoldWithoutShowingIt(String content) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> key(content))
        .withMessage(
            "it must hold the API key and nothing else: one line of letters, digits and signs of"
                + " ASCII");
  }

  @Test
  void shouldRefuseAFileThatIsNoKey() {
    assertThat(key("k".repeat(8192))).hasSize(8192);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> key("k".repeat(8193)))
        .withMessage("it has more than 8192 bytes; it must hold the API key and nothing else");
  }

  private static String key(String content) {
    return KeyContent.key(content.getBytes(StandardCharsets.UTF_8));
  }
}
