package io.dlpo.contracts.id;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rule for all identifiers: short, printable, safe in a URL, a key and a file name. */
final class Identifiers {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private Identifiers() {}

  static void requireName(String type, @Nullable String value) {
    if (value == null || !NAME.matcher(value).matches()) {
      throw new IllegalArgumentException(
          type
              + " is '"
              + value
              + "'; use 1 to 100 letters, digits, '.', '_' and '-', starting with a letter or digit");
    }
  }
}
