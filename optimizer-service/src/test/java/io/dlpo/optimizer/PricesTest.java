package io.dlpo.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.core.price.PriceFile;
import io.dlpo.core.price.PriceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricesTest {

  @TempDir private Path folder;

  @Test
  void shouldBeTheBuiltInOnesWithoutAFile() {
    assertThat(Prices.table(Optional.empty())).isEqualTo(PriceFile.builtIn());
  }

  @Test
  void shouldPutTheUsersFileOverTheBuiltInPrices() throws IOException {
    // Given
    Path file =
        Files.writeString(
            folder.resolve("prices.yaml"),
            "gpt-4o: {input: 1, output: 1}\nmy-model: {input: 3, output: 4}");

    // When
    PriceTable table = Prices.table(Optional.of(file.toString()));

    // Then
    assertThat(table.of("gpt-4o").orElseThrow().usd(0, 1_000_000)).isEqualByComparingTo("1");
    assertThat(table.of("my-model")).isPresent();
    assertThat(table.of("sim-student")).isPresent();
  }

  @Test
  void shouldNameTheFileThatIsNotThere() {
    assertThatThrownBy(() -> Prices.table(Optional.of("/no/such.yaml")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("DLPO_PRICES is '/no/such.yaml'");
  }
}
