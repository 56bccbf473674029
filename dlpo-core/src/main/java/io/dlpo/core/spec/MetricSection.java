package io.dlpo.core.spec;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.metric.ChoiceMetric;
import io.dlpo.contracts.metric.ContainsMetric;
import io.dlpo.contracts.metric.ExactMetric;
import io.dlpo.contracts.metric.F1Metric;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.contracts.metric.Metric;
import io.dlpo.contracts.metric.NumberMetric;
import io.dlpo.contracts.metric.ReferenceNumberMetric;
import io.dlpo.contracts.metric.RegexMetric;
import io.dlpo.contracts.metric.WebhookMetric;
import io.dlpo.core.refusal.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads {@code metric}. */
final class MetricSection {

  private static final String TYPES =
      "number, exact, choice, contains, regex, f1, json, reference-number, judge, webhook";

  private final Section section;
  private final Engine backward;
  private final List<Problem> problems;

  /**
   * @param backward judges where the spec names no other judge
   */
  MetricSection(Section section, Engine backward, List<Problem> problems) {
    this.section = section;
    this.backward = backward;
    this.problems = problems;
  }

  /**
   * The metric; null after a problem.
   *
   * @param examples whose references are the options of a choice that names none
   */
  @Nullable Metric read(List<Example> examples) {
    String type = section.requiredText("type", TYPES);
    Metric metric = null;
    try {
      metric = metric(type, examples);
    } catch (IllegalArgumentException e) {
      problems.add(new Problem("metric", type, "see the message", String.valueOf(e.getMessage())));
    }
    section.end();
    return metric;
  }

  private @Nullable Metric metric(String type, List<Example> examples) {
    return switch (type) {
      case "number" -> new NumberMetric();
      case "exact" -> new ExactMetric(ignoreCase());
      case "contains" -> new ContainsMetric(ignoreCase());
      case "regex" -> new RegexMetric(section.requiredText("pattern", "a regular expression"));
      case "choice" -> choice(examples);
      case "f1" -> new F1Metric();
      case "json" -> new JsonSection(section).read(examples);
      case "reference-number" -> new ReferenceNumberMetric();
      case "judge" ->
          new JudgeMetric(judge(), section.requiredText("rubric", "what makes an answer good"));
      case "webhook" -> webhook();
      default -> {
        if (!Section.STAND_IN.equals(type)) {
          section.refuse("type", TYPES);
        }
        yield null;
      }
    };
  }

  private Engine judge() {
    return section.has("engine")
        ? EngineSection.read(section, "engine", Optional.empty(), "")
        : backward;
  }

  private @Nullable Metric webhook() {
    String url = section.requiredText("url", "the address of your scorer, http or https");
    if (Section.STAND_IN.equals(url)) {
      return null;
    }
    WebhookMetric webhook = new WebhookMetric(url);
    Optional<String> secret = SecretParameter.in(webhook.target());
    if (secret.isPresent()) {
      // Not by way of the section, which would show the value.
      problems.add(
          new Problem(
              "metric.url",
              null,
              SecretParameter.ALLOWED,
              "metric.url has the parameter '%s', which looks like a secret; allowed is %s"
                  .formatted(secret.get(), SecretParameter.ALLOWED)));
      return null;
    }
    return webhook;
  }

  private @Nullable Boolean ignoreCase() {
    return section.has("ignoreCase") ? section.truth("ignoreCase", false) : null;
  }

  private @Nullable Metric choice(List<Example> examples) {
    boolean given = section.has("options");
    List<String> options = section.texts("options");
    if (options != null) {
      return new ChoiceMetric(options);
    }
    List<String> references = references(examples);
    if (given || references.isEmpty()) {
      return null;
    }
    if (references.size() > ChoiceMetric.MAX_OPTIONS) {
      section.refuse(
          "options",
          "a list of options; the dataset has over %d different references, too many to be taken as options"
              .formatted(ChoiceMetric.MAX_OPTIONS));
      return null;
    }
    return new ChoiceMetric(references);
  }

  /** Each reference once; of those that are the same option the first spelling in order. */
  private static List<String> references(List<Example> examples) {
    List<String> references = new ArrayList<>();
    for (String reference : new TreeSet<>(examples.stream().map(Example::reference).toList())) {
      boolean known = references.stream().anyMatch(one -> ChoiceMetric.same(one, reference));
      if (!known && !reference.isBlank()) {
        references.add(reference.strip());
      }
      if (references.size() > ChoiceMetric.MAX_OPTIONS) {
        break;
      }
    }
    return references;
  }
}
