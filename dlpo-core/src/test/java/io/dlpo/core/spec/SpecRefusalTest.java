package io.dlpo.core.spec;

import static io.dlpo.core.spec.Specs.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecRefusalTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "optimizer: {batchSize: 0}                    | optimizer.batchSize   | 0     | 1 to 1000",
        "optimizer: {batchSize: 21}                   | optimizer.batchSize   | 21    | 1 to 20,"
            + " the size of the train split",
        "optimizer: {batchSize: '5'}                  | optimizer.batchSize   | 5     | a whole"
            + " number",
        "optimizer: {batchSize: 2.5}                  | optimizer.batchSize   | 2.5   | a whole"
            + " number",
        "optimizer: {steps: 1001}                     | optimizer.steps       | 1001  | 1 to 1000",
        "stop: {patience: 0}                          | stop.patience | 0 | 1 to 1000",
        "stop: {target: 0}                            | stop.target   | 0 | greater than 0",
        "stop: {target: 1.01}                         | stop.target   | 1.01 | at most 1",
        "stop: {allRight: 1}                          | stop.allRight | 1 | true or false",
        "stop: {after: 3}                             | stop.after    |   | allRight",
        "optimizer: {rewrites: 0}                     | optimizer.rewrites | 0 | true or false",
        "optimizer: {retryRejected: 1}                | optimizer.retryRejected | 1 | true or false",
        "optimizer: {maxRedraws: -1}                  | optimizer.maxRedraws  | -1    | 0 to 100",
        "optimizer: {profile: best}                   | optimizer.profile     | best  | annealing,"
            + " textgrad, reference",
        "optimizer: {profile: best}                   | optimizer.profile     | best  |"
            + " best-practice or adaptive",
        "optimizer: {profile: adaptive, annealing: false} | optimizer.annealing | false | the"
            + " profile adaptive learns from",
        "optimizer: {profile: adaptive, learningRate: {decay: linear}} |"
            + " optimizer.learningRate.limit | | a whole number from 1",
        "optimizer: {learningRate: {limit: 2, decay: slow}} | optimizer.learningRate.decay | slow |"
            + " none, linear, exponential or cosine",
        "optimizer: {learningRate: {limit: 2, factor: 0}} | optimizer.learningRate.factor | 0 |"
            + " greater than 0 and at most 1",
        "optimizer: {dropout: {share: 0}}             | optimizer.dropout.share | 0 | greater"
            + " than 0 and at most 1",
        "optimizer: {dropout: 0.5}                    | optimizer.dropout | 0.5 | an object with"
            + " keys, true or false",
        "optimizer: {momentum: {window: 11}}          | optimizer.momentum.window | 11 | 1 to 10",
        "optimizer: {contrast: {gap: 2}}              | optimizer.contrast.gap | 2 | 0 to 1",
        "optimizer: {contrast: {count: 9}}            | optimizer.contrast.count | 9 | 1 to 5",
        "optimizer: {regularization: {fromStep: 0}}   | optimizer.regularization.fromStep | 0 | 1"
            + " to",
        "optimizer: {regularization: {l1: 1}}         | optimizer.regularization.l1 | 1 | true or"
            + " false",
        "optimizer: {regularization: {l1: false, l2: false}} | optimizer.regularization.l1 | false"
            + " | regularization: false",
        "optimizer: {momentum: {decay: 2}}            | optimizer.momentum.decay | 2 | greater"
            + " than 0 and at most 1",
        "optimizer: {learningRate: {limit: 0}}        | optimizer.learningRate.limit | 0 | 1 to",
        "optimizer: {validation: {finalists: 11}}     | optimizer.validation.finalists | 11 | 0 to"
            + " 10",
        "optimizer: {validation: {finalists: 2}, annealing: false} |"
            + " optimizer.validation.finalists | 2 | 0 or 1, since",
        "optimizer: {validation: {every: -1}}         | optimizer.validation.every | -1 | 0 to",
        "optimizer: {annealing: {temperature: 0}}     | optimizer.annealing.temperature | 0 |"
            + " greater than 0",
        "optimizer: {annealing: {cooling: 0.5}}       | optimizer.annealing.cooling | 0.5 | 1 or"
            + " more",
        "optimizer: {annealing: {largestDrop: 2}}     | optimizer.annealing.largestDrop | 2 | 0 to"
            + " 1",
        "optimizer: {annealing: {rungs: 0}}           | optimizer.annealing.rungs | 0 | 1 to 10",
        "optimizer: {annealing: {split: test}}        | optimizer.annealing.split | test |"
            + " VALIDATION, TRAIN or TRAIN_AND_VALIDATION",
        "optimizer: {annealing: {per: epoch}}         | optimizer.annealing.per | epoch | ACCEPTED"
            + " or STEP",
        "optimizer: {annealing: {start: one}}         | optimizer.annealing.start | one | INITIAL"
            + " or ZERO",
        "optimizer: {annealing: {examples: -1}}       | optimizer.annealing.examples | -1 | 0 to",
        "optimizer: {annealing: {screening: 1}}       | optimizer.annealing.screening | 1 | true or"
            + " false",
        "budget: {calls: 0}                           | budget.calls          | 0     | 1 to",
        "budget: {tokens: 1.5}                        | budget.tokens         | 1.5   | a whole"
            + " number",
        "budget: {}                                   | budget                | {}    | one or more"
            + " of the keys calls, tokens, usd",
        "budget: {calls: 500, prices: {student: 5}}   | budget.prices.student | 5     | an object"
            + " such as {input: 2.5, output: 10}",
        "budget: {calls: 500, prices: {student: {input: 1}}} | budget.prices.student.output | | a"
            + " number of 0 or more",
        "optimizer: {learningRate: true}              | optimizer.learningRate | true | an object"
            + " such as {limit: 4, decay: linear}, or false",
        "optimizer: {steps: 5.0}                      | optimizer.steps       | 5.0   | a whole"
            + " number",
        "engines: {forward: {model: ~}}               | engines.forward.model |       | the name of"
            + " a model",
        "budget: {calls: 81}                          | budget.calls          | 81    | 82 or more:"
            + " 10 for the initial prompt, 12 for a first step, 60 for the final test",
        "budget: {calls: 21, test: false}             | budget.calls          | 21    | 22 or more",
        "budget: {usd: 0}                             | budget.usd            | 0     | a number"
            + " greater than 0",
        "budget: {usd: 1, prices: {teacher: {input: 1, output: 1}}} | budget.prices.student | |"
            + " DLPO_PRICES",
        "budget: 5                                    | budget                | 5     | an object"
            + " such as {calls: 5000}",
        "failures: {tolerate: 1.01}                   | failures.tolerate     | 1.01  | 0 to 1",
        "failures: {tolerate: -0.1}                   | failures.tolerate     | -0.1  | 0 to 1",
        "failures: {tolerate: 2%}                     | failures.tolerate     | 2%    | 0 to 1",
        "failures: {tolerate: 0.1, count: RIGHT}      | failures.count        | RIGHT | WRONG",
        "failures: {allow: 0.1}                       | failures.allow        |       | tolerate,"
            + " count",
        "failures: 0.02                               | failures              | 0.02  | an object"
            + " such as {tolerate: 0.02}",
        "optimizer: 5                                 | optimizer             | 5     | an object",
        "engines: {forward: {model: m, temperature: 3}} | engines.forward.temperature | 3 | 0 to 2",
        "engines: {forward: {model: m, topP: 0}}      | engines.forward.topP  | 0     | a number"
            + " greater than 0 and at most 1",
        "engines: {backward: {model: m, maxTokens: 0}} | engines.backward.maxTokens | 0 | 1 to",
        "engines: {backward: {temperature: 1}}        | engines.backward.model |      | the name of"
            + " a model",
        "engines: {forward: {model: m, reasoningEffort: huge}} | engines.forward.reasoningEffort |"
            + " huge | none, minimal, low, medium, high or xhigh",
        "engines: {forward: {model: m, endpoint: My_Models}} | engines.forward.endpoint | My_Models"
            + " | up to 40 lower-case letters and digits, starting with a letter",
        "engines: {backward: {model: m, endpoint: ''}} | engines.backward.endpoint | `` | up to 40"
            + " lower-case letters",
        "seed: 1.5                                    | seed                  | 1.5   | a whole"
            + " number of 64 bits",
        "seed: 9223372036854775808                    | seed                  | 9223372036854775808"
            + " | a whole number of 64 bits",
        "name: ''                                     | name                  | ``    | a text of 1"
            + " to 100 characters that is not blank",
        "name: 2024                                   | name                  | 2024  | a text"
      })
  void shouldNameKeyValueAndWhatIsAllowed(String line, String key, String value, String allowed) {
    // When / Then
    assertRefused(() -> Specs.read(Specs.SHORTEST + line + "\n"), key, value, allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prompt: Answer the question. | prompt: ' '             | prompt                   |"
            + " `prompt` is ' '; it must be a text that is not blank",
        "prompt: Answer the question. | prompts: x              | prompt                   |"
            + " `prompt` is required: the initial prompt text",
        "id: 0123456789abcdef         | id: unknown             | dataset.id               |"
            + " /api/datasets",
        "id: 0123456789abcdef,        | ''                      | dataset.id               |"
            + " `dataset.id` is required: the id that an upload to /api/datasets returned",
        "train: 20                    | train: 0                | dataset.split.train      | 1 to",
        "train: 20,                   | ''                      | dataset.split.train      |"
            + " `dataset.split.train` is required: a whole number from 1 to 1000000",
        "validation: 10               | validation: -1          | dataset.split.validation | 0 to",
        "validation: 10               | validation: 0           | dataset.split.validation | 1 or"
            + " more, or optimizer.annealing",
        "test: 30                     | test: 31                | dataset.split            | at"
            + " most 60",
        "type: number                 | type: f2                | metric.type              |"
            + " number, exact, choice, contains, regex",
        "metric: {type: number}       | ''                      | metric                   |"
            + " `metric` is required: how answers are scored, such as {type: number}",
        "type: number                 | type: regex             | metric.pattern           |"
            + " `metric.pattern` is required: a regular expression",
        "type: number                 | 'type: choice, options: [a]' | metric.options      | a list"
            + " of 2 to 50 texts",
        "type: number                 | 'type: choice, options: 5'   | metric.options      | a list"
            + " of 2 to 50 texts"
      })
  void shouldRefuseWhatIsMissingOrImpossible(
      String part, String other, String key, String message) {
    // Given
    String spec = Specs.SHORTEST.replace(part, other.equals("''") ? "" : other);

    // When / Then
    assertThatThrownBy(() -> Specs.read(spec))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.problems()).extracting(Problem::key).contains(key))
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "promt: x                                       | promt                             |"
            + " prompt",
        "optimiser: {}                                  | optimiser                         |"
            + " optimizer",
        "optimizer: {batchsize: 3}                      | optimizer.batchsize               |"
            + " batchSize",
        "optimizer: {annealing: {temprature: 3}}        | optimizer.annealing.temprature    |"
            + " temperature",
        "engines: {foward: {model: m}}                  | engines.foward                    |"
            + " forward",
        "engines: {forward: {model: m, max_tokens: 1}}  | engines.forward.max_tokens        |"
            + " maxTokens"
      })
  void shouldNameTheNearestKey(String line, String key, String meant) {
    // When / Then
    assertThatThrownBy(() -> Specs.read(Specs.SHORTEST + line + "\n"))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.problems()).extracting(Problem::key).containsExactly(key))
        .hasMessageContaining("`" + key + "` is an unknown key (did you mean " + meant + "?)");
  }

  @Test
  void shouldListTheKeysWhenNoneIsNear() {
    // When / Then
    assertThatThrownBy(() -> Specs.read(Specs.SHORTEST + "metric2xyz: 1\ntelemetry: {calls: 5}\n"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(
            "`telemetry` is an unknown key; it must be one of name, prompt, messages, dataset");
  }

  @Test
  void shouldReportAllProblemsAtOnce() {
    // Given
    String spec =
        """
        promt: x
        dataset: {id: 0123456789abcdef, split: {train: 100, validation: 10, test: 30}}
        metric: {type: nubmer}
        optimizer: {batchSize: 0, steps: many}
        """;

    // When / Then
    assertThatThrownBy(() -> Specs.readWithoutModels(spec))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::key)
                    .containsExactlyInAnyOrder(
                        "promt",
                        "prompt",
                        "metric.type",
                        "engines.forward",
                        "engines.backward",
                        "optimizer.batchSize",
                        "optimizer.steps",
                        "dataset.split"));
  }

  @Test
  void shouldSayHowToNameTheModels() {
    // When / Then
    assertThatThrownBy(() -> Specs.readWithoutModels(Specs.SHORTEST))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("`engines.forward` is required")
        .hasMessageContaining("DLPO_FORWARD_MODEL")
        .hasMessageContaining("`engines.backward` is required")
        .hasMessageContaining("DLPO_BACKWARD_MODEL");
  }

  @Test
  void shouldNameTheFirstRowsWhoseReferencesTheMetricCannotRead() {
    // When / Then
    assertThatThrownBy(() -> Specs.readWithReferences(Specs.SHORTEST, i -> i + " apples"))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.problems()).hasSize(5))
        .hasMessageContaining(" apples' of row-")
        .hasMessageContaining("is not a number");
  }

  @Test
  void shouldPassOverReferencesThatNoSplitHas() {
    // Given
    String first = Specs.SHORTEST.replace("test: 30", "test: 29, shuffle: false");

    // When
    ResolvedRun run =
        Specs.readWithReferences(first, i -> i == Specs.ROWS ? "none" : String.valueOf(i));

    // Then
    assertThat(run.splits().test()).hasSize(29);
  }

  @Test
  void shouldRefuseAChoiceWithoutOptionsAmongTooManyReferences() {
    // When / Then
    assertRefused(
        () -> Specs.read(Specs.SHORTEST.replace("number", "choice")),
        "metric.options",
        null,
        "the dataset has over 50 different references");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<frozen> open", "close </frozen>"})
  void shouldRefuseMarksWithoutPartner(String prompt) {
    // When / Then
    assertRefused(
        () -> Specs.read(Specs.SHORTEST.replace("Answer the question.", prompt)),
        "prompt",
        prompt,
        "frozen>");
  }

  @Test
  void shouldRefuseATemplateWithAnUnknownColumn() {
    // When / Then
    assertThatThrownBy(
            () -> Specs.read(Specs.SHORTEST.replace("split:", "template: '{{body}}', split:")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("dataset.template names 'body'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1, 2]", "just text", "5"})
  void shouldRefuseWhatIsNoSpec(String text) {
    // When / Then
    assertThatThrownBy(() -> Specs.read(text))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("it must be an object with keys");
  }

  @ParameterizedTest
  @ValueSource(strings = {"18446744073709551621", "4294967301"})
  void shouldNotFoldANumberThatIsTooLarge(String number) {
    // When / Then: both end in the 32 bits of 5
    assertRefused(
        () -> Specs.read(Specs.SHORTEST + "optimizer: {batchSize: " + number + "}\n"),
        "optimizer.batchSize",
        number,
        "1 to 1000");
  }

  @ParameterizedTest
  @CsvSource({"0123456789abcdef, dataset.id", "number, metric.type"})
  void shouldSayWhatIsWrongWithAnyText(String part, String key) {
    // When / Then
    assertRefused(() -> Specs.read(Specs.SHORTEST.replace(part, "'?'")), key, "?", "");
  }

  @ParameterizedTest
  @CsvSource({"Answer the question., prompt", "0123456789abcdef, dataset.id"})
  void shouldRefuseNul(String part, String key) {
    // Given
    String spec = Specs.SHORTEST.replace(part, "\"a\\0b\"");

    // When / Then
    assertThatThrownBy(() -> Specs.read(spec))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.problems()).extracting(Problem::key).contains(key))
        .hasMessageContaining("NUL");
  }
}
