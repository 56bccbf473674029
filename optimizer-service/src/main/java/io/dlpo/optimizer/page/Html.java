package io.dlpo.optimizer.page;

import io.quarkus.qute.TemplateInstance;
import java.util.regex.Pattern;

/** Renders pages. */
public final class Html {

  /** Escape sequences would affect a terminal that shows the source. */
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1F\\x7F-\\x9F&&[^\\n\\t]]");

  private Html() {}

  /** Renders the page. */
  public static String render(TemplateInstance page) {
    return visible(page.render());
  }

  /** Replaces control characters with U+FFFD. */
  static String visible(String html) {
    return CONTROL.matcher(html).replaceAll("\uFFFD");
  }
}
