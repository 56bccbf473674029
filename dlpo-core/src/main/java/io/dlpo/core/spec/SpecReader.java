package io.dlpo.core.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.metric.Metric;
import io.dlpo.core.budget.Budget;
import io.dlpo.core.dataset.Dataset;
import io.dlpo.core.limit.InputLimits;
import io.dlpo.core.price.PriceTable;
import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import io.dlpo.core.run.OptimizerSettings;
import io.dlpo.core.run.RunSettings;
import io.dlpo.core.run.Splits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a spec against its dataset. Pure, but for the datasets that it is given. */
public final class SpecReader {

  private static final long DEFAULT_SEED = 42;
  private static final String DEFAULT_NAME = "run";
  private static final int MAX_NAME = 100;
  private static final int SHOWN_REFERENCES = 5;

  private final DefaultModels models;
  private final PriceTable prices;
  private final Function<String, Optional<Dataset>> datasets;
  private final SizeCheck sizes;

  /**
   * @param models of a spec that names none
   * @param prices of models, for a budget in money
   * @param datasets finds a dataset by its id
   * @param limits how large all of it may be
   */
  public SpecReader(
      DefaultModels models,
      PriceTable prices,
      Function<String, Optional<Dataset>> datasets,
      InputLimits limits) {
    this.models = models;
    this.prices = prices;
    this.datasets = datasets;
    this.sizes = new SizeCheck(limits);
  }

  /**
   * Reads a spec.
   *
   * @throws RefusedException naming everything that is wrong with it
   */
  public ResolvedRun read(JsonNode tree) {
    List<Problem> problems = new ArrayList<>();
    Section root = Section.root(tree, problems);
    String name = name(root);
    String prompt = prompt(root, problems);
    long seed = root.seed("seed", DEFAULT_SEED);
    DatasetSection dataset = DatasetSection.read(root.section("dataset"), seed);
    List<Example> examples = examples(dataset, problems);
    Engines engines = engines(root.section("engines"));
    Metric metric =
        new MetricSection(root.section("metric"), engines.backward(), problems).read(examples);
    OptimizerSettings optimizer = OptimizerSection.read(root.section("optimizer"));
    Budget budget = new BudgetSection(prices, problems).read(root, engines, metric);
    root.end();
    Optional<Splits> splits = splits(dataset, examples, optimizer, metric, problems);
    if (metric != null && budget != null) {
      splits.ifPresent(all -> new BudgetCheck(budget, optimizer, metric, all).addTo(problems));
    }
    if (!problems.isEmpty() || metric == null || splits.isEmpty()) {
      throw new RefusedException(problems);
    }
    RunSettings settings =
        new RunSettings(name, prompt, metric, engines, "", optimizer, budget, seed);
    ObjectNode spec = CanonicalSpec.write(settings, dataset);
    sizes
        .ofSpec(spec)
        .ifPresent(
            problem -> {
              throw new RefusedException(problem);
            });
    return new ResolvedRun(
        spec,
        settings.within(CanonicalSpec.scope(spec)),
        dataset.id(),
        dataset.split().sizes(),
        splits.get());
  }

  private static String name(Section root) {
    String name = root.text("name", DEFAULT_NAME);
    if (name == null || name.isBlank() || name.length() > MAX_NAME) {
      root.refuse("name", "1 to " + MAX_NAME + " characters");
      return DEFAULT_NAME;
    }
    return name;
  }

  private String prompt(Section root, List<Problem> problems) {
    String prompt = root.requiredText("prompt", "the prompt to begin with");
    Optional<Problem> tooLarge = sizes.ofPrompt(prompt);
    if (tooLarge.isPresent()) {
      problems.add(tooLarge.get());
      return prompt;
    }
    try {
      Prompt.parse(prompt);
    } catch (IllegalArgumentException e) {
      problems.add(
          new Problem("prompt", prompt, "see the message", String.valueOf(e.getMessage())));
    }
    return prompt;
  }

  private Engines engines(Section section) {
    Engines engines =
        new Engines(
            EngineSection.read(section, "forward", models.forward(), "DLPO_FORWARD_MODEL"),
            EngineSection.read(section, "backward", models.backward(), "DLPO_BACKWARD_MODEL"));
    section.end();
    return engines;
  }

  private List<Example> examples(DatasetSection section, List<Problem> problems) {
    if (Section.STAND_IN.equals(section.id())) {
      return List.of();
    }
    Optional<Dataset> dataset = datasets.apply(section.id());
    if (dataset.isEmpty()) {
      problems.add(
          Problem.of("dataset.id", section.id(), "the id that an upload to /api/datasets gave"));
      return List.of();
    }
    try {
      List<Example> examples = dataset.get().examples(section.template());
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
      Metric metric,
      List<Problem> problems) {
    if (examples.isEmpty()) {
      return Optional.empty();
    }
    try {
      Splits splits = dataset.split().of(examples);
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
