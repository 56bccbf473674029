package io.dlpo.core.spec;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.metric.Metric;
import io.dlpo.core.budget.Budget;
import io.dlpo.core.dataset.Dataset;
import io.dlpo.core.dataset.PromptColumns;
import io.dlpo.core.limit.InputLimits;
import io.dlpo.core.price.PriceTable;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import io.dlpo.core.run.FailureSettings;
import io.dlpo.core.run.OptimizerSettings;
import io.dlpo.core.run.RunSettings;
import io.dlpo.core.run.Splits;
import io.dlpo.core.spec.PromptReader.InitialPrompt;
import io.dlpo.core.spec.Validation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a spec and checks it against its dataset. Pure, apart from the dataset lookup. */
public final class SpecReader {

  private static final SpecTree TREE = new SpecTree(SpecSchema.PUBLISHED);
  private static final int SHOWN_REFERENCES = 5;
  private static final String NO_MODEL = "?";

  private final DefaultModels models;
  private final PriceTable prices;
  private final Function<String, Optional<Dataset>> datasets;
  private final SizeCheck sizes;
  private final KnownEndpoints endpoints;
  private final boolean isAccepted;

  /** A copy of the published JSON Schema, as far as it is for specs that the service receives. */
  public static JsonNode publishedSchema() {
    return SpecSchema.PUBLISHED.root().deepCopy();
  }

  /** The keys of a spec that the published JSON Schema does not know, as paths. */
  public static List<String> unknownKeys(JsonNode spec) {
    return new Validation(SpecSchema.PUBLISHED, TREE.normalized(spec)).unknownKeys();
  }

  /**
   * @param models used if a spec names none
   * @param prices by model, for a budget in money
   * @param datasets finds a dataset by its id
   * @param limits size limits; {@link InputLimits#NONE} reads runs that were accepted earlier
   */
  public SpecReader(
      DefaultModels models,
      PriceTable prices,
      Function<String, Optional<Dataset>> datasets,
      InputLimits limits) {
    this(models, prices, datasets, limits, KnownEndpoints.ANY);
  }

  /**
   * @param endpoints the endpoints that a spec may name
   */
  public SpecReader(
      DefaultModels models,
      PriceTable prices,
      Function<String, Optional<Dataset>> datasets,
      InputLimits limits,
      KnownEndpoints endpoints) {
    this.endpoints = endpoints;
    this.models = models;
    this.prices = prices;
    this.datasets = datasets;
    this.sizes = new SizeCheck(limits);
    this.isAccepted = limits.equals(InputLimits.NONE);
  }

  /**
   * Reads a spec.
   *
   * @throws RefusedException listing every problem of the spec
   */
  public ResolvedRun read(JsonNode tree) {
    JsonNode written = TREE.normalized(tree);
    List<Violation> violations = new Validation(SpecSchema.PUBLISHED, written).violations();
    if (!(written instanceof ObjectNode object)) {
      throw new RefusedException(violations.stream().map(Violation::problem).toList());
    }
    ObjectNode usable = TREE.without(violations, object);
    List<Problem> problems = new ArrayList<>();
    checkPromptKeys(object, problems);
    Optional<ResolvedRun> run = read(usable, problems);
    return run.filter(resolved -> violations.isEmpty() && problems.isEmpty())
        .orElseThrow(() -> new RefusedException(all(violations, problems)));
  }

  /** Schema violations come first. No other problem is reported for the same keys. */
  private static List<Problem> all(List<Violation> violations, List<Problem> others) {
    List<Problem> all = new ArrayList<>(violations.stream().map(Violation::problem).toList());
    List<String> reported = all.stream().map(Problem::key).toList();
    for (Problem problem : others) {
      String key = problem.key();
      if (reported.stream().noneMatch(one -> one.equals(key) || one.startsWith(key + "."))) {
        all.add(problem);
      }
    }
    return all;
  }

  private static void checkPromptKeys(ObjectNode written, List<Problem> problems) {
    boolean hasPrompt = written.has(PromptReader.PROMPT);
    boolean hasMessages = written.has(PromptReader.MESSAGES);
    if (!hasPrompt && !hasMessages) {
      problems.add(
          Wording.required(PromptReader.PROMPT, "the initial prompt text, or `messages` instead"));
    }
    if (hasPrompt && hasMessages) {
      String allowed = "left out if `prompt` is given: a prompt is one text or a list of messages";
      problems.add(
          Wording.mustBe(
              PromptReader.MESSAGES, written.get(PromptReader.MESSAGES).toString(), allowed));
    }
  }

  /** The run; empty if a part that it needs is missing. */
  private Optional<ResolvedRun> read(ObjectNode usable, List<Problem> problems) {
    ObjectNode complete = TREE.completed(usable);
    new TechniqueCheck(complete.withObjectProperty("optimizer")).addTo(problems);
    new RaceCheck(complete.withObjectProperty("optimizer")).addTo(problems);
    Spec spec = Spec.of(complete);
    Optional<InitialPrompt> prompt = new PromptReader(sizes, problems).read(spec);
    Engines engines = engines(spec.engines(), problems);
    DatasetSection dataset = spec.dataset();
    PromptColumns columns = prompt.map(InitialPrompt::columns).orElse(PromptColumns.UNKNOWN);
    List<Example> examples = dataset == null ? List.of() : examples(dataset, columns, problems);
    Metric metric =
        spec.metric() == null
            ? null
            : new MetricReader(engines.backward(), examples, problems).read(spec.metric());
    endpoints.check(engines, metric, problems);
    Set<String> named =
        usable.path("optimizer").propertyStream().map(Map.Entry::getKey).collect(toSet());
    OptimizerSettings optimizer = spec.optimizer().settings(named);
    Budget budget =
        spec.budget() == null ? null : spec.budget().read(prices, engines, metric, problems);
    if (dataset == null || examples.isEmpty()) {
      return Optional.empty();
    }
    Optional<Splits> splits = splits(dataset, examples, optimizer, metric, problems);
    if (metric == null || splits.isEmpty()) {
      return Optional.empty();
    }
    if (budget != null) {
      new BudgetCheck(budget, optimizer, metric, splits.get()).addTo(problems);
    }
    if (prompt.isEmpty() || !problems.isEmpty()) {
      return Optional.empty();
    }
    String marked = prompt.get().marked();
    RunSettings settings =
        new RunSettings(
            spec.name(),
            marked,
            metric,
            engines,
            "",
            optimizer,
            budget,
            spec.stop(),
            spec.failures() == null ? FailureSettings.NONE : spec.failures(),
            spec.seed());
    ObjectNode canonical = CanonicalSpec.write(settings, spec.messages(), dataset);
    sizes.ofSpec(canonical).ifPresent(problems::add);
    return Optional.of(
        new ResolvedRun(
            canonical,
            settings.within(CanonicalSpec.scope(canonical)),
            dataset.id(),
            dataset.split().division().sizes(),
            splits.get()));
  }

  private Engines engines(Spec.Engines named, List<Problem> problems) {
    return new Engines(
        engine("forward", named.forward(), models.forward(), "DLPO_FORWARD_MODEL", problems),
        engine("backward", named.backward(), models.backward(), "DLPO_BACKWARD_MODEL", problems));
  }

  /** An engine that the spec omits defaults to the default model at temperature 0. */
  private static Engine engine(
      String key,
      @Nullable Engine named,
      Optional<String> model,
      String variable,
      List<Problem> problems) {
    if (named != null) {
      return named;
    }
    if (model.isEmpty()) {
      problems.add(
          Wording.required(
              "engines." + key,
              "{model: …}, or a model in the environment of the optimizer as " + variable));
    }
    return Engine.greedy(model.orElse(NO_MODEL));
  }

  private List<Example> examples(
      DatasetSection section, PromptColumns prompt, List<Problem> problems) {
    Optional<Dataset> dataset = datasets.apply(section.id());
    if (dataset.isEmpty()) {
      problems.add(
          Wording.mustBe(
              "dataset.id", section.id(), "the id that an upload to /api/datasets returned"));
      return List.of();
    }
    try {
      PromptColumns columns =
          isAccepted ? prompt.filledFrom(dataset.get(), section.names()) : prompt;
      List<Example> examples = section.examples(dataset.get(), columns);
      problems.addAll(sizes.ofExamples(examples));
      return examples;
    } catch (RefusedException e) {
      problems.addAll(e.problems());
      return List.of();
    }
  }

  private Optional<Splits> splits(
      DatasetSection dataset,
      List<Example> examples,
      OptimizerSettings optimizer,
      @Nullable Metric metric,
      List<Problem> problems) {
    try {
      Splits splits = dataset.split().division().of(examples);
      new FittingCheck(optimizer, splits).addTo(problems);
      problems.addAll(sizes.ofSplits(splits, optimizer.annealing()));
      if (metric != null) {
        checkReferences(splits, metric, problems);
      }
      return Optional.of(splits);
    } catch (RefusedException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private static void checkReferences(Splits splits, Metric metric, List<Problem> problems) {
    Stream.of(splits.train(), splits.validation(), splits.test())
        .flatMap(List::stream)
        .flatMap(example -> unreadable(example, metric).stream())
        .limit(SHOWN_REFERENCES)
        .forEach(problems::add);
  }

  private static Optional<Problem> unreadable(Example example, Metric metric) {
    return metric
        .problemWith(example.reference())
        .map(
            problem ->
                new Problem(
                    example.id(),
                    example.reference(),
                    "a reference that the metric can read",
                    "the reference '%s' of %s %s"
                        .formatted(example.reference(), example.id(), problem)));
  }
}
