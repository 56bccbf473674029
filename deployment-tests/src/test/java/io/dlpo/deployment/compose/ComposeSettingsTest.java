package io.dlpo.deployment.compose;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.deployment.Overlays;
import io.dlpo.deployment.project.ServiceFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What a user sets beside the Compose file reaches the services that it concerns. */
class ComposeSettingsTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern SETTING = Pattern.compile("\\b(?:DLPO|OPENAI)_[A-Z_]+[A-Z]\\b");

  /**
   * Paths of files and the tests' own crash points are of no use without more than a value; that
   * the optimizer creates the topics is the file's own choice.
   */
  private static final Set<String> NOT_BY_A_VALUE =
      Set.of(
          "DLPO_PRICES",
          "DLPO_EVENTS_CREATE_TOPICS",
          "OPENAI_API_KEY_FILE",
          "DLPO_TRUST_CERTIFICATES",
          "DLPO_CRASH_AT",
          "DLPO_CRASH_ONCE");

  static Stream<String> services() {
    return Stream.concat(
        Overlays.PROJECT.services().stream().map(ServiceFacts::name), Stream.of("llm-simulator"));
  }

  @ParameterizedTest
  @MethodSource("services")
  void shouldPassToAServiceOnlyWhatItsSettingsKnow(String service) throws IOException {
    assertThat(passed(service)).isNotEmpty().isSubsetOf(known(service));
  }

  @ParameterizedTest
  @MethodSource("services")
  void shouldPassToAServiceWhatTheGuidesSayOfIt(String service) throws IOException {
    // Given
    Set<String> named = new TreeSet<>(namedByGuides());
    named.retainAll(known(service));
    named.removeAll(NOT_BY_A_VALUE);

    // Then
    assertThat(passed(service)).containsAll(named);
  }

  /** Read by SnakeYAML itself, for Jackson resolves neither aliases nor merge keys. */
  private static Set<String> passed(String service) throws IOException {
    Object file =
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(Files.readString(ROOT.resolve("docker-compose.yml")));
    return child(child(child(file, "services"), service), "environment").keySet().stream()
        .map(String::valueOf)
        .collect(toSet());
  }

  private static Map<?, ?> child(Object parent, String name) {
    return (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) parent).get(name), name);
  }

  private static Set<String> known(String service) {
    String module =
        Overlays.PROJECT.services().stream()
            .filter(facts -> facts.name().equals(service))
            .map(ServiceFacts::module)
            .findFirst()
            .orElse(service);
    return Objects.requireNonNull(Overlays.PROJECT.settings().get(module), module);
  }

  private static Set<String> namedByGuides() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> guides = Files.list(ROOT.resolve("docs"))) {
      List<Path> files = guides.filter(file -> file.toString().endsWith(".md")).toList();
      for (Path file : files) {
        SETTING
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> names.add(found.group()));
      }
    }
    return names;
  }
}
