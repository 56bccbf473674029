package io.dlpo.systemtests.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Looks for barriers in a page: axe-core, as its maintainers ship it. */
public final class Axe {

  private static final String CHECK =
      """
      const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
      return violations
        .filter((one) => one.impact === "serious" || one.impact === "critical")
        .map((one) => `${one.impact}: ${one.help}: ${one.nodes.map((node) => node.html).join(" ")}`);
      """;

  private final String library;

  public Axe() {
    try (InputStream found = Axe.class.getResourceAsStream("/axe.min.js")) {
      this.library =
          new String(
              Objects.requireNonNull(found, "no axe-core").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read axe-core", e);
    }
  }

  /** The serious and critical barriers of the page. */
  public List<String> barriers(Browser browser) {
    Object found = browser.script(library + "\n" + CHECK);
    return found instanceof List<?> barriers
        ? barriers.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(found));
  }
}
