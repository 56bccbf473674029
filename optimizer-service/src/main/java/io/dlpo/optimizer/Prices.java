package io.dlpo.optimizer;

import io.dlpo.core.price.PriceFile;
import io.dlpo.core.price.PriceTable;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The prices of models. Loaded at startup, so that an invalid file fails immediately. */
@Startup
@Singleton
public class Prices {

  private final PriceTable table;

  Prices(OptimizerServiceSettings settings) {
    this.table = table(settings.prices());
  }

  /** Returns the built-in prices, overridden by those of the user's file. */
  public PriceTable table() {
    return table;
  }

  /**
   * Merges the prices of a file into the built-in ones.
   *
   * @throws IllegalArgumentException if the file does not exist or is invalid
   */
  static PriceTable table(Optional<String> file) {
    PriceTable builtIn = PriceFile.builtIn();
    if (file.isEmpty()) {
      return builtIn;
    }
    try {
      return builtIn.with(PriceFile.read(file.get(), Files.readString(Path.of(file.get()))));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "DLPO_PRICES is '"
              + file.get()
              + "', which cannot be read; must be the path of a price file with lines such as"
              + " gpt-4o: {input: 2.50, output: 10.00}",
          e);
    }
  }
}
