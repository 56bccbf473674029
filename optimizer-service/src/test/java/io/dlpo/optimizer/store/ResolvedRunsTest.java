package io.dlpo.optimizer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.optimizer.dataset.Dataset;
import io.dlpo.optimizer.dataset.DatasetFormat;
import io.dlpo.optimizer.limit.InputLimits;
import io.dlpo.optimizer.limit.Limits;
import io.dlpo.optimizer.limit.Unlimited;
import io.dlpo.optimizer.price.PriceFile;
import io.dlpo.optimizer.refusal.RefusedException;
import io.dlpo.optimizer.spec.DefaultModels;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResolvedRunsTest {

  private static final Dataset DATASET = dataset();
  private static final JsonNode SPEC = spec();

  @Test
  void shouldReadARunThatWasTakenThoughALimitIsLowerByNow() {
    // Given
    ResolvedRuns before = runs(Limits.standard());
    ResolvedRuns now = runs(new LowLimits());

    // Then
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> now.asked(SPEC))
        .withMessageContaining("prompt-bytes");
    assertThat(now.of(SPEC)).isEqualTo(before.asked(SPEC));
  }

  @Test
  void shouldHoldASpecToTheLimitsThoughARunOfItIsKnown() {
    // Given
    ResolvedRuns runs = runs(new LowLimits());
    runs.of(SPEC);

    // Then
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> runs.asked(SPEC));
  }

  @Test
  void shouldSayNothingOfTheRowsOfADatasetThatIsNotToBeSeen() {
    // Given
    ResolvedRuns runs = runs(Limits.standard());
    ObjectNode tooMany = SPEC.deepCopy();
    ((ObjectNode) tooMany.at("/dataset/split")).put("test", 2000);

    // Then
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> runs.asked(tooMany))
        .withMessageContaining("60");
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> runs.withoutDataset(tooMany))
        .withMessageContaining(DATASET.id())
        .withMessageNotContaining("60");
  }

  private static ResolvedRuns runs(InputLimits limits) {
    return new ResolvedRuns(
        new DefaultModels(Optional.of("student"), Optional.of("teacher")),
        PriceFile.builtIn(),
        id -> id.equals(DATASET.id()) ? Optional.of(DATASET) : Optional.empty(),
        limits);
  }

  private static Dataset dataset() {
    String rows =
        IntStream.rangeClosed(1, 60)
            .mapToObj(n -> "{\"input\":\"question %d\",\"reference\":\"%d\"}".formatted(n, n))
            .collect(Collectors.joining("\n"));
    return DatasetFormat.named("jsonl").read("rows", rows.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode spec() {
    ObjectNode spec = new ObjectMapper().createObjectNode().put("prompt", "Answer the question.");
    spec.putObject("metric").put("type", "number");
    spec.putObject("dataset")
        .put("id", DATASET.id())
        .putObject("split")
        .put("train", 20)
        .put("validation", 10)
        .put("test", 30);
    return spec;
  }

  /** Takes no prompt of more than five bytes. */
  private static final class LowLimits implements InputLimits {

    private final InputLimits others = new Unlimited();

    @Override
    public int promptBytes() {
      return 5;
    }

    @Override
    public int specBytes() {
      return others.specBytes();
    }

    @Override
    public int exampleBytes() {
      return others.exampleBytes();
    }

    @Override
    public int evaluationExamples() {
      return others.evaluationExamples();
    }
  }
}
