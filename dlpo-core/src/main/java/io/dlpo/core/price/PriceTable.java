package io.dlpo.core.price;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prices by model. A model that is not in the table has no price, rather than a price of zero.
 *
 * @param byModel prices by the model name used at its endpoint
 */
public record PriceTable(Map<String, Price> byModel) {

  private static final Pattern DATED = Pattern.compile("(.+)-\\d{4}-\\d{2}-\\d{2}");

  public PriceTable {
    byModel = Map.copyOf(byModel);
  }

  /**
   * A model's price. If its name is not listed, the name without the version date is used, as in
   * {@code gpt-4o-2024-08-06}. Empty if neither is listed.
   */
  public Optional<Price> of(String model) {
    Optional<Price> own = Optional.ofNullable(byModel.get(model));
    Matcher dated = DATED.matcher(model);
    return own.isEmpty() && dated.matches()
        ? Optional.ofNullable(byModel.get(dated.group(1)))
        : own;
  }

  /** This table combined with another one, whose prices take precedence. */
  public PriceTable with(PriceTable other) {
    Map<String, Price> all = new TreeMap<>(byModel);
    all.putAll(other.byModel);
    return new PriceTable(all);
  }
}
