package io.dlpo.optimizer;

import io.dlpo.core.price.PriceFile;
import io.dlpo.core.price.PriceTable;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What models cost at this process; read when it starts, so that a broken file shows at once. */
@Startup
@Singleton
public class Prices {

  private final PriceTable table;

  Prices(OptimizerServiceSettings settings) {
    this.table = table(settings.prices());
  }

  /** The built-in prices, and those of the user's own file over them. */
  public PriceTable table() {
    return table;
  }

  /**
   * The prices with those of a file over them.
   *
   * @throws IllegalArgumentException if there is no such file, or something is wrong with it
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
              + "', which cannot be read; allowed is the path of a file of prices such as"
              + " gpt-4o: {input: 2.50, output: 10.00}",
          e);
    }
  }
}
