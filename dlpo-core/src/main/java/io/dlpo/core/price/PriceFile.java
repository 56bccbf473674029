package io.dlpo.core.price;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads price tables: YAML, {@code model: {input: 2.50, output: 10.00}}. */
public final class PriceFile {

  private static final String BUILT_IN = "/prices.yaml";
  private static final String ALLOWED =
      "a price such as {input: 2.50, output: 10.00}, in USD per million tokens";
  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private PriceFile() {}

  /** The default table, packaged with the service. */
  public static PriceTable builtIn() {
    try (InputStream file = PriceFile.class.getResourceAsStream(BUILT_IN)) {
      byte[] bytes = Objects.requireNonNull(file, BUILT_IN + " is not packaged").readAllBytes();
      return read(BUILT_IN, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table.
   *
   * @param name file name, for messages
   * @throws IllegalArgumentException if the table is invalid; the message names the problem
   */
  public static PriceTable read(String name, String yaml) {
    return of(name, tree(name, yaml));
  }

  /**
   * Reads a table that is part of another document.
   *
   * @param name its location, for messages
   * @throws IllegalArgumentException if the table is invalid; the message names the problem
   */
  public static PriceTable of(String name, JsonNode table) {
    Map<String, Price> prices = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : table.properties()) {
      prices.put(entry.getKey(), price(name + ": " + entry.getKey(), entry.getValue()));
    }
    return new PriceTable(prices);
  }

  private static JsonNode tree(String name, String yaml) {
    try {
      JsonNode tree = YAML.readTree(yaml);
      if (tree.isObject()) {
        return tree;
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new IllegalArgumentException(
          name + ", line " + line + " is not valid YAML: " + e.getOriginalMessage(), e);
    }
    throw new IllegalArgumentException(
        name + " has no prices; must have lines such as gpt-4o: {input: 2.50, output: 10.00}");
  }

  private static Price price(String where, JsonNode node) {
    Set<String> keys = new TreeSet<>();
    node.fieldNames().forEachRemaining(keys::add);
    if (!keys.equals(Set.of("input", "output"))) {
      throw new IllegalArgumentException(where + " is " + node + "; must be " + ALLOWED);
    }
    return new Price(usd(where, node.path("input")), usd(where, node.path("output")));
  }

  private static BigDecimal usd(String where, JsonNode value) {
    if (!value.isNumber() || value.decimalValue().signum() < 0) {
      throw new IllegalArgumentException(where + " has " + value + "; must be " + ALLOWED);
    }
    return value.decimalValue();
  }
}
