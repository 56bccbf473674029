package io.dlpo.deployment.project;

import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The environment variables that a module understands: those that its settings name, those of the
 * properties that its settings or its {@code @ConfigMapping}s have, and the settings of the Kafka
 * clients with the prefix {@code KAFKA_}.
 */
final class Settings {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)[:}]");
  private static final Pattern PREFIX =
      Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
  private static final Pattern METHOD = Pattern.compile("[\\w<>]+ (\\w+)\\(\\);");
  private static final List<String> FILES =
      List.of(
          "src/main/resources/application.properties",
          "src/main/resources/META-INF/microprofile-config.properties");

  private Settings() {}

  /** The variables of a module with the library modules that it depends on. */
  static Set<String> of(SourceTree tree, String module) {
    Set<String> names = new TreeSet<>();
    collect(tree, module, names);
    for (String library : List.of("event-support", "llm-gateway")) {
      if (tree.depends(module, library)) {
        collect(tree, library, names);
      }
    }
    if (tree.depends(module, "event-support")) {
      ProducerConfig.configNames().forEach(name -> names.add(variable("kafka." + name)));
      ConsumerConfig.configNames().forEach(name -> names.add(variable("kafka." + name)));
    }
    return names;
  }

  private static void collect(SourceTree tree, String module, Set<String> names) {
    for (String file : FILES) {
      if (tree.has(module + "/" + file)) {
        Properties properties = tree.properties(module + "/" + file);
        properties.stringPropertyNames().forEach(name -> names.add(variable(name)));
        properties.values().forEach(value -> addVariables(value.toString(), names));
      }
    }
    tree.sources(module, "Settings.java").forEach(source -> addMapping(source, names));
  }

  private static void addVariables(String value, Set<String> names) {
    VARIABLE.matcher(value).results().forEach(found -> names.add(found.group(1)));
  }

  private static void addMapping(String source, Set<String> names) {
    Matcher prefix = PREFIX.matcher(source);
    if (prefix.find()) {
      METHOD
          .matcher(source)
          .results()
          .forEach(method -> names.add(variable(prefix.group(1) + "." + kebab(method.group(1)))));
    }
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** As MicroProfile Config maps a property to a variable. */
  static String variable(String property) {
    return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
