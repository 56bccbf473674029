package io.dlpo.events.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceSwitchTest {

  @ParameterizedTest
  @CsvSource({
    ",,false",
    "'',,false",
    "'  ',,false",
    "http://localhost:4318,,true",
    "http://localhost:4318,false,true",
    "http://localhost:4318,'',true",
    "http://localhost:4318,TRUE,false",
    ",false,false"
  })
  void shouldBeOnIfAndOnlyIfThereIsAnEndpoint(String endpoint, String disabled, boolean on) {
    assertThat(TraceSwitch.isOn(endpoint, disabled)).isEqualTo(on);
  }

  @Test
  void shouldDisableTheSdkUnlessAnotherSourceSaysOtherwise() {
    assertThat(disabled(Map.of())).isTrue();
    assertThat(disabled(Map.of(TraceSwitch.ENDPOINT, ""))).isTrue();
    assertThat(disabled(Map.of(TraceSwitch.ENDPOINT, "http://localhost:4318"))).isFalse();
    assertThat(disabled(Map.of(TraceSwitch.PROPERTY, "false"))).isFalse();
  }

  private static boolean disabled(Map<String, String> environment) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withSources(new PropertiesConfigSource(environment, "environment", 300))
            .withSources(new TraceSwitch())
            .build();
    return config.getValue(TraceSwitch.PROPERTY, Boolean.class);
  }
}
