package io.dlpo.core.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.event.SplitSizes;
import io.dlpo.contracts.metric.ChoiceMetric;
import io.dlpo.contracts.metric.ContainsMetric;
import io.dlpo.contracts.metric.ExactMetric;
import io.dlpo.contracts.metric.Metric;
import io.dlpo.contracts.metric.NumberMetric;
import io.dlpo.contracts.metric.RegexMetric;
import io.dlpo.core.adaptive.Arm;
import io.dlpo.core.adaptive.Arms;
import io.dlpo.core.budget.Budget;
import io.dlpo.core.run.AcceptanceSplit;
import io.dlpo.core.run.AnnealingSettings;
import io.dlpo.core.run.AnnealingStart;
import io.dlpo.core.run.CoolingPer;
import io.dlpo.core.run.OptimizerSettings;
import io.dlpo.core.run.RunSettings;
import io.dlpo.core.run.ValidationSettings;
import io.dlpo.core.technique.LearningRateDecay;
import io.dlpo.core.technique.TechniqueSettings;
import io.dlpo.core.technique.TextualContrast;
import io.dlpo.core.technique.TextualDropout;
import io.dlpo.core.technique.TextualLearningRate;
import io.dlpo.core.technique.TextualMomentum;
import io.dlpo.core.technique.TextualRegularization;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecReaderTest {

  @Test
  void shouldFillInEveryDefault() {
    // When
    ResolvedRun run = Specs.read(Specs.SHORTEST);

    // Then
    RunSettings settings = run.settings();
    assertThat(settings.name()).isEqualTo("run");
    assertThat(settings.prompt()).isEqualTo("Answer the question.");
    assertThat(settings.metric()).isEqualTo(new NumberMetric());
    assertThat(settings.engines())
        .isEqualTo(new Engines(Engine.greedy("student"), Engine.greedy("teacher")));
    assertThat(settings.optimizer())
        .isEqualTo(
            new OptimizerSettings(
                "annealing",
                OptimizerSettings.DEFAULT_BATCH_SIZE,
                OptimizerSettings.DEFAULT_STEPS,
                OptimizerSettings.DEFAULT_REDRAWS,
                TechniqueSettings.NONE,
                AnnealingSettings.DEFAULT,
                ValidationSettings.DEFAULT));
    assertThat(settings.seed()).isEqualTo(42);
    assertThat(settings.sampleScope()).matches("[0-9a-f]{16}");
    assertThat(run.datasetId()).isEqualTo(Specs.DATASET);
    assertThat(run.sizes()).isEqualTo(new SplitSizes(20, 10, 30));
    assertThat(run.splits().train()).hasSize(20);
    assertThat(run.splits().validation()).hasSize(10);
    assertThat(run.splits().test()).hasSize(30);
  }

  @Test
  void shouldReadInputAndReferenceFromTheColumnsThatTheSpecNames() {
    // When
    ResolvedRun run =
        Specs.read(
            """
            prompt: Answer the question.
            dataset:
              id: 0123456789abcdef
              columns: {input: hint, reference: question}
              split: {train: 20, validation: 10, test: 30, shuffle: false}
            metric: {type: exact}
            """);

    // Then
    assertThat(run.splits().train().getFirst())
        .isEqualTo(new Example("row-1", "hint 1", "question 1"));
    assertThat(run.spec().at("/dataset/columns/input").asText()).isEqualTo("hint");
  }

  @Test
  void shouldTakeEverythingThatASpecSays() {
    // Given
    String spec =
        """
        name: all of it
        prompt: "Answer {{question}}. <frozen>Be brief.</frozen>"
        dataset:
          id: 0123456789abcdef
          name: mine
          template: "{{question}} ({{hint}})"
          split: {train: 4, validation: 0, test: 2, seed: -7, shuffle: false}
        metric: {type: exact, ignoreCase: true}
        engines:
          forward: {model: f, temperature: 0.7, maxTokens: 64, topP: 0.9, seed: 5}
          backward: {model: b}
        optimizer:
          profile: textgrad
          batchSize: 3
          steps: 7
          maxRedraws: 0
          learningRate: {limit: 4, decay: cosine}
          dropout: {share: 0.25}
          momentum: {window: 2, decay: 1}
          contrast: {selection: extreme, gap: 0.1}
          regularization: {l2: false, fromStep: 3}
          annealing: {temperature: 1, cooling: 1.5, largestDrop: 0, split: train, per: step, start: zero, examples: 20, screening: true, rungs: 3}
          validation: {every: 2}
        budget: {calls: 500, tokens: 2000000, test: false}
        seed: 9007199254740993
        """;

    // When
    ResolvedRun run = Specs.read(spec);

    // Then
    RunSettings settings = run.settings();
    assertThat(settings.name()).isEqualTo("all of it");
    assertThat(settings.prompt()).isEqualTo("Answer {{question}}. <frozen>Be brief.</frozen>");
    assertThat(settings.metric()).isEqualTo(new ExactMetric(true));
    assertThat(settings.engines())
        .isEqualTo(
            new Engines(
                new Engine("f", 0.7, 64, 0.9, 5L), new Engine("b", null, null, null, null)));
    assertThat(settings.optimizer())
        .isEqualTo(
            new OptimizerSettings(
                "textgrad",
                3,
                7,
                0,
                new TechniqueSettings(
                    new TextualLearningRate(4),
                    new LearningRateDecay(LearningRateDecay.Schedule.COSINE, 0.9),
                    new TextualDropout(0.25),
                    new TextualMomentum(2, 1),
                    new TextualContrast(TextualContrast.Selection.EXTREME, 2, 0.1),
                    new TextualRegularization(true, false, 3)),
                new AnnealingSettings(
                    1,
                    1.5,
                    0,
                    CoolingPer.STEP,
                    AnnealingStart.ZERO,
                    AcceptanceSplit.TRAIN,
                    20,
                    true,
                    3,
                    0,
                    0,
                    1),
                new ValidationSettings(2, 0)));
    assertThat(settings.budget()).isEqualTo(new Budget(500, 2_000_000L, false));
    assertThat(settings.seed()).isEqualTo(9007199254740993L);
    assertThat(run.splits().train())
        .extracting(example -> example.input())
        .containsExactly(
            "question 1 (hint 1)",
            "question 2 (hint 2)",
            "question 3 (hint 3)",
            "question 4 (hint 4)");
  }

  @ParameterizedTest
  @CsvSource({
    "profile: textgrad, false, false, false",
    "profile: annealing, false, false, true",
    "profile: reference, false, true, true",
    "profile: best-practice, false, false, true",
    "'profile: best-practice, momentum: true', false, true, true",
    "'profile: reference, momentum: false', false, false, true",
    "'profile: reference, annealing: false', false, true, false",
    "'profile: textgrad, dropout: true', true, false, false",
    "'profile: textgrad, annealing: true, momentum: {window: 1}', false, true, true"
  })
  void shouldBeginWithTheProfileAndSwitchEachTechniqueOnItsOwn(
      String optimizer, boolean dropout, boolean momentum, boolean annealing) {
    // When
    OptimizerSettings settings =
        Specs.read(Specs.SHORTEST + "optimizer: {" + optimizer + "}\n").settings().optimizer();

    // Then
    assertThat(settings.techniques().dropout() != null).isEqualTo(dropout);
    assertThat(settings.techniques().momentum() != null).isEqualTo(momentum);
    assertThat(settings.annealing() != null).isEqualTo(annealing);
  }

  @Test
  void shouldTakeAKeyWithoutValueForAbsent() {
    // When
    ResolvedRun run =
        Specs.read(
            Specs.SHORTEST
                + "name: ~\n"
                + "engines: {forward: ~}\n"
                + "optimizer: {steps: ~, momentum: ~}\n"
                + "budget: ~\n");

    // Then
    assertThat(run).isEqualTo(Specs.read(Specs.SHORTEST));
  }

  @Test
  void shouldTakeWhatThePaperRecommendsInTheBestPracticeProfile() {
    // When
    OptimizerSettings settings =
        Specs.read(Specs.SHORTEST + "optimizer: {profile: best-practice}\n").settings().optimizer();

    // Then
    assertThat(settings.techniques()).isEqualTo(TechniqueSettings.BEST_PRACTICE);
    assertThat(settings.annealing()).isEqualTo(AnnealingSettings.DEFAULT);
  }

  @Test
  void shouldLayATechniqueOverThatOfItsProfile() {
    // When
    TechniqueSettings techniques =
        Specs.read(
                Specs.SHORTEST
                    + "optimizer: {profile: best-practice, learningRate: {limit: 2},"
                    + " contrast: {count: 1}}\n")
            .settings()
            .optimizer()
            .techniques();

    // Then
    assertThat(techniques.learningRate()).isEqualTo(new TextualLearningRate(2));
    assertThat(techniques.decay()).isEqualTo(TechniqueSettings.BEST_PRACTICE.decay());
    assertThat(techniques.contrast())
        .isEqualTo(new TextualContrast(TextualContrast.Selection.RANK, 1, 0.05));
  }

  @Test
  void shouldTakeTheAuthorsValuesInTheReferenceProfile() {
    // When
    OptimizerSettings settings =
        Specs.read(Specs.SHORTEST + "optimizer: {profile: reference}\n").settings().optimizer();

    // Then
    assertThat(settings.annealing()).isEqualTo(AnnealingSettings.REFERENCE);
    assertThat(settings.techniques().momentum()).isEqualTo(new TextualMomentum(3, 1));
    assertThat(settings.techniques().contrast()).isEqualTo(TextualContrast.REFERENCE);
  }

  @Test
  void shouldChooseAmongTheStandardSetsInTheAdaptiveProfile() {
    // When
    OptimizerSettings settings =
        Specs.read(Specs.SHORTEST + "optimizer: {profile: adaptive}\n").settings().optimizer();

    // Then
    assertThat(settings.arms()).isEqualTo(Arms.STANDARD);
    assertThat(settings.annealing()).isEqualTo(AnnealingSettings.DEFAULT);
  }

  @Test
  void shouldHoldWhatTheSpecSaysForEverySetToChooseFrom() {
    // When
    OptimizerSettings settings =
        Specs.read(
                Specs.SHORTEST
                    + "optimizer: {profile: adaptive, learningRate: {limit: 3}, momentum: true,"
                    + " regularization: false}\n")
            .settings()
            .optimizer();

    // Then: lean is like bold without regularization, best-practice like contrast
    List<Arm> arms = Objects.requireNonNull(settings.arms()).arms();
    assertThat(arms).extracting(Arm::name).containsExactly("bold", "limited", "contrast");
    assertThat(arms)
        .extracting(Arm::techniques)
        .allSatisfy(
            techniques -> {
              assertThat(techniques.learningRate()).isEqualTo(new TextualLearningRate(3));
              assertThat(techniques.decay()).isNull();
              assertThat(techniques.momentum()).isEqualTo(TextualMomentum.DEFAULT);
              assertThat(techniques.regularization()).isNull();
            });
    assertThat(arms.get(1).techniques().dropout()).isEqualTo(TextualDropout.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"annealing: false", "annealing: {enabled: false}"})
  void shouldSwitchAnnealingOff(String annealing) {
    // When
    ResolvedRun run = Specs.read(Specs.SHORTEST + "optimizer: {" + annealing + "}\n");

    // Then
    assertThat(run.settings().optimizer().annealing()).isNull();
  }

  @Test
  void shouldTakeTheDefaultModelForTheEngineThatIsLeftOut() {
    // When
    ResolvedRun run =
        Specs.read(Specs.SHORTEST + "engines: {forward: {model: f, temperature: 1}}\n");

    // Then
    assertThat(run.settings().engines())
        .isEqualTo(new Engines(new Engine("f", 1.0, null, null, null), Engine.greedy("teacher")));
  }

  @Test
  void shouldShuffleByTheSeedOfTheRunUnlessTheSplitHasItsOwn() {
    // Given
    String ownSeed = Specs.SHORTEST.replace("test: 30", "test: 30, seed: 7");

    // When
    ResolvedRun seeded = Specs.read(Specs.SHORTEST + "seed: 7\n");

    // Then
    assertThat(seeded.splits()).isEqualTo(Specs.read(ownSeed).splits());
    assertThat(seeded.splits()).isNotEqualTo(Specs.read(Specs.SHORTEST).splits());
  }

  static Stream<Arguments> metrics() {
    return Stream.of(
        Arguments.of("{type: number}", new NumberMetric()),
        Arguments.of("{type: contains, ignoreCase: false}", new ContainsMetric(false)),
        Arguments.of("{type: regex, pattern: '[0-9]+$'}", new RegexMetric("[0-9]+$")),
        Arguments.of("{type: choice, options: ['1', '2']}", new ChoiceMetric(List.of("1", "2"))));
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void shouldReadEveryMetric(String metric, Metric expected) {
    // When
    ResolvedRun run =
        Specs.readWithReferences(
            Specs.SHORTEST.replace("{type: number}", metric), i -> i % 2 == 0 ? "1" : "2");

    // Then
    assertThat(run.settings().metric()).isEqualTo(expected);
  }

  @Test
  void shouldTakeTheReferencesAsOptionsOfAChoiceThatNamesNone() {
    // When
    ResolvedRun run =
        Specs.readWithReferences(
            Specs.SHORTEST.replace("number", "choice"), i -> i % 3 == 0 ? "Yes" : "No");

    // Then
    assertThat(run.settings().metric()).isEqualTo(new ChoiceMetric(List.of("No", "Yes")));
    assertThat(run.spec().at("/metric/options")).hasSize(2);
  }

  @Test
  void shouldTakeSpellingsOfOneReferenceAsOneOption() {
    // When
    ResolvedRun run =
        Specs.readWithReferences(
            Specs.SHORTEST.replace("number", "choice"),
            i -> i % 3 == 0 ? "(A)" : i % 3 == 1 ? "a" : "(B)");

    // Then
    assertThat(run.settings().metric()).isEqualTo(new ChoiceMetric(List.of("(A)", "(B)")));
  }
}
