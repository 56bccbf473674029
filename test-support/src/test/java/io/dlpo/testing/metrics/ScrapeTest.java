package io.dlpo.testing.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScrapeTest {

  private static final Scrape SCRAPE =
      Scrape.parse(
          """
          # HELP dlpo_model_calls_total Calls
          # TYPE dlpo_model_calls_total counter
          dlpo_model_calls_total{model="a \\"b\\" {c}",outcome="paid"} 3.0
          dlpo_model_calls_total{model="d",outcome="paid"} 4.0 1700000000
          dlpo_model_calls_total{model="d",outcome="failed"} 1.0
          process_uptime_seconds 12.5
          duration_bucket{le="+Inf"} +Inf
          """);

  @Test
  void shouldReadNamesLabelsAndValues() {
    assertThat(SCRAPE.names())
        .containsExactlyInAnyOrder(
            "dlpo_model_calls_total", "process_uptime_seconds", "duration_bucket");
    assertThat(SCRAPE.sum("process_uptime_seconds", Map.of())).isEqualTo(12.5);
    assertThat(SCRAPE.sum("duration_bucket", Map.of("le", "+Inf")))
        .isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(SCRAPE.values("dlpo_model_calls_total", "model"))
        .containsExactlyInAnyOrder("a \\\"b\\\" {c}", "d");
  }

  @Test
  void shouldAddUpTheSeriesWithTheLabels() {
    assertThat(SCRAPE.sum("dlpo_model_calls_total", Map.of("outcome", "paid"))).isEqualTo(7);
    assertThat(SCRAPE.sum("dlpo_model_calls_total", Map.of("model", "d"))).isEqualTo(5);
    assertThat(SCRAPE.sum("dlpo_model_calls_total", Map.of("model", "e"))).isZero();
  }

  @Test
  void shouldRefuseWhatIsNoScrape() {
    assertThatThrownBy(() -> Scrape.parse("<html>")).hasMessage("no line of a scrape: <html>");
  }
}
