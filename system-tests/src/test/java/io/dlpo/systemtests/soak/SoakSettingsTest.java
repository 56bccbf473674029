package io.dlpo.systemtests.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SoakSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 1, runs is 0; use 1 to 50",
    "51, 1, runs is 51; use 1 to 50",
    "1, -1, kills is -1; use 0 or more"
  })
  void shouldRefuseWhatIsOutOfRange(int runs, int kills, String message) {
    assertThatThrownBy(() -> settings(runs, kills, List.of(Victim.KAFKA)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void shouldNeedSomebodyToKill() {
    assertThatThrownBy(() -> settings(1, 1, List.of()))
        .hasMessage("victims is empty; use at least one");
  }

  @ParameterizedTest
  @EnumSource
  void shouldKnowAVictimByTheNameThatUsersKnow(Victim victim) {
    assertThat(Victim.of(victim.label())).isEqualTo(victim);
  }

  @Test
  void shouldNameTheVictimsThatThereAre() {
    assertThatThrownBy(() -> Victim.of("zookeeper"))
        .hasMessage(
            "victim is 'zookeeper'; use forward-engine, evaluator, backward-engine,"
                + " optimizer, kafka, postgres");
  }

  private static SoakSettings settings(int runs, int kills, List<Victim> victims) {
    return new SoakSettings(runs, kills, victims, 1, Duration.ofMillis(300));
  }
}
