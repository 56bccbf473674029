package io.dlpo.optimizer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.core.dataset.Dataset;
import io.dlpo.core.dataset.DatasetFormat;
import io.dlpo.core.limit.InputLimits;
import io.dlpo.core.price.PriceFile;
import io.dlpo.core.refusal.RefusedException;
import io.dlpo.core.spec.DefaultModels;
import io.dlpo.core.spec.KnownEndpoints;
import io.dlpo.events.fault.NewerVersionException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResolvedRunsTest {

  private static final InputLimits SHORT_PROMPTS =
      new InputLimits(5, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

  private static final Dataset DATASET = dataset();
  private static final JsonNode SPEC = spec();

  @Test
  void shouldReadARunThatWasTakenThoughALimitIsLowerByNow() {
    // Given
    ResolvedRuns before = runs(InputLimits.DEFAULT);
    ResolvedRuns now = runs(SHORT_PROMPTS);

    // Then
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> now.requested(SPEC))
        .withMessageContaining("prompt-bytes");
    assertThat(now.of(before.requested(SPEC).spec())).isEqualTo(before.requested(SPEC));
  }

  @Test
  void shouldHoldASpecToTheLimitsThoughARunOfItIsKnown() {
    // Given
    ResolvedRuns runs = runs(SHORT_PROMPTS);
    runs.of(SPEC);

    // Then
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> runs.requested(SPEC));
  }

  @Test
  void shouldSayNothingOfTheRowsOfADatasetThatIsNotToBeSeen() {
    // Given
    ResolvedRuns runs = runs(InputLimits.DEFAULT);
    ObjectNode tooMany = SPEC.deepCopy();
    ((ObjectNode) tooMany.at("/dataset/split")).put("test", 2000);

    // Then
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> runs.requested(tooMany))
        .withMessageContaining("60");
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> runs.withoutDataset(tooMany))
        .withMessageContaining(DATASET.id())
        .withMessageNotContaining("60");
  }

  @Test
  void shouldLeaveASpecWithUnknownKeysToTheNewerVersionThatRecordedIt() {
    // Given
    ResolvedRuns runs = runs(InputLimits.DEFAULT);
    ObjectNode later = runs.requested(SPEC).spec().deepCopy();
    later.put("later", 1).withObjectProperty("optimizer").put("later", true);

    // Then
    assertThatExceptionOfType(NewerVersionException.class)
        .isThrownBy(() -> runs.of(later))
        .withMessageStartingWith("the spec has keys that are unknown here: ")
        .withMessageContainingAll("later", "optimizer.later");
    assertThatExceptionOfType(NewerVersionException.class).isThrownBy(() -> runs.published(later));
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> runs.requested(later));
    assertThat(runs.known(later)).isEmpty();
    assertThat(runs.known(SPEC)).contains(runs.of(SPEC));
  }

  @Test
  void shouldRefuseARecordedSpecThatIsInvalidInAllVersions() {
    // Given
    ResolvedRuns runs = runs(InputLimits.DEFAULT);
    ObjectNode invalid = SPEC.deepCopy();
    invalid.put("seed", "seven");

    // Then
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> runs.of(invalid))
        .withMessageContaining("seed");
  }

  private static ResolvedRuns runs(InputLimits limits) {
    return new ResolvedRuns(
        new DefaultModels(Optional.of("student"), Optional.of("teacher")),
        PriceFile.builtIn(),
        id -> id.equals(DATASET.id()) ? Optional.of(DATASET) : Optional.empty(),
        limits,
        KnownEndpoints.ANY,
        1_000_000);
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
}
