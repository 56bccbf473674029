package io.dlpo.contracts.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Javadoc of the contracts' records and enums, as descriptions for their schemas. */
final class JavadocDescriptions {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final String PACKAGE = "io.dlpo.contracts";
  private static final Pattern VALUE = Pattern.compile("\\{@value #(\\w+)}");
  private static final Pattern TAG =
      Pattern.compile("\\{@(?:code|link)\\s+([^{}]*(?:\\{[^{}]*})?)}");

  private JavadocDescriptions() {}

  /** The description of a type; null if it is none of the contracts' own. */
  static @Nullable String ofType(Class<?> type) {
    String javadoc = javadoc(type);
    return javadoc == null ? null : plain(type, javadoc.split(" @param ", 2)[0]);
  }

  /** The description of a record component; null if there is none. */
  static @Nullable String ofComponent(Class<?> type, String name) {
    String javadoc = javadoc(type);
    if (javadoc == null) {
      return null;
    }
    Matcher param = Pattern.compile(" @param " + name + " (.*?)(?= @param |$)").matcher(javadoc);
    return param.find() ? capitalized(plain(type, param.group(1))) : null;
  }

  private static @Nullable String javadoc(Class<?> type) {
    if (!type.getName().startsWith(PACKAGE)) {
      return null;
    }
    Class<?> outermost = type.isMemberClass() ? type.getDeclaringClass() : type;
    Path source = SOURCES.resolve(outermost.getName().replace('.', '/') + ".java");
    // No comment end between the Javadoc and the declaration: it is the one right before it.
    Pattern declaration =
        Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/(?:(?!\\*/).)*?\\b(?:record|enum|interface) "
                + type.getSimpleName()
                + "\\b",
            Pattern.DOTALL);
    try {
      Matcher matcher = declaration.matcher(Files.readString(source));
      return matcher.find() ? " " + folded(matcher.group(1)) : null;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + source, e);
    }
  }

  private static String folded(String javadoc) {
    return javadoc.replaceAll("(?m)^\\s*\\*", "").replaceAll("\\s+", " ").strip();
  }

  private static String plain(Class<?> type, String text) {
    String valued = VALUE.matcher(text).replaceAll(match -> constant(type, match));
    return TAG.matcher(valued)
        .replaceAll(match -> Matcher.quoteReplacement(match.group(1)))
        .strip();
  }

  private static String constant(Class<?> type, MatchResult match) {
    try {
      return String.valueOf(type.getField(match.group(1)).get(null));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " has no constant " + match.group(1), e);
    }
  }

  private static String capitalized(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
