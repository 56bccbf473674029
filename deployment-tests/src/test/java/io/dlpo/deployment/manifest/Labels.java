package io.dlpo.deployment.manifest;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether a selector selects. */
public final class Labels {

  private Labels() {}

  /** Whether labels have all that is wanted, value by value; nothing wanted matches everything. */
  public static boolean match(JsonNode wanted, JsonNode labels) {
    return wanted
        .propertyStream()
        .allMatch(want -> want.getValue().equals(labels.path(want.getKey())));
  }

  /**
   * The same for a label selector; only {@code matchLabels} is known, anything else is refused.
   *
   * @throws IllegalArgumentException naming what else it has
   */
  public static boolean select(JsonNode selector, JsonNode labels) {
    selector
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (!field.equals("matchLabels")) {
                throw new IllegalArgumentException(
                    "selector with '" + field + "'; only matchLabels can be checked here");
              }
            });
    return match(selector.path("matchLabels"), labels);
  }
}
