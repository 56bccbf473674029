package io.dlpo.core.spec;

import static io.dlpo.core.spec.Specs.assertRefused;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of candidates, races, restarts and chains that do not fit each other. */
class RaceSpecTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "optimizer: {critique: all}                   | optimizer.critique | all | EACH, MERGED or"
            + " JOINT",
        "optimizer: {candidates: 6}                   | optimizer.candidates | 6 | 1 to 5",
        "optimizer: {candidates: 2, annealing: false} | optimizer.candidates | 2 | 1, since",
        "optimizer: {memory: 21}                      | optimizer.memory | 21 | 0 to 20",
        "optimizer: {batchFrom: mistakes}             | optimizer.batchFrom | MISTAKES | TRAIN,"
            + " unless optimizer.annealing.split is TRAIN",
        "optimizer: {batchFrom: mistakes, annealing: false} | optimizer.batchFrom | MISTAKES |"
            + " TRAIN, since optimizer.annealing is off",
        "optimizer: {annealing: {race: 3, start: zero}} | optimizer.annealing.start | ZERO |"
            + " INITIAL, since optimizer.annealing.race",
        "optimizer: {batchFrom: mistakes, annealing: {split: train, start: zero}} |"
            + " optimizer.annealing.start | ZERO | INITIAL, since optimizer.batchFrom",
        "optimizer: {annealing: {restart: -1}}        | optimizer.annealing.restart | -1 | 0 to",
        "optimizer: {annealing: {chains: 9}}          | optimizer.annealing.chains | 9 | 1 to 8",
        "optimizer: {annealing: {chains: 2, start: zero}} | optimizer.annealing.chains | 2 | 1,"
            + " since optimizer.annealing.start is ZERO",
        "optimizer: {profile: adaptive, annealing: {chains: 2}} | optimizer.annealing.chains | 2 |"
            + " 1, since the profile adaptive",
        "optimizer: {annealing: {race: -1}}           | optimizer.annealing.race | -1 | 0 to"
      })
  void shouldNameKeyValueAndWhatIsAllowed(String line, String key, String value, String allowed) {
    assertRefused(() -> Specs.read(Specs.SHORTEST + line + "\n"), key, value, allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tokens: 100000", "usd: 5"})
  void shouldRefuseToDivideWhatCannotBeDivided(String limit) {
    assertRefused(
        () ->
            Specs.read(
                Specs.SHORTEST
                    + "optimizer: {annealing: {chains: 2}}\nbudget: {"
                    + limit
                    + ", prices: {student: {input: 1, output: 1}, teacher: {input: 1, output: 1}}}\n"),
        "optimizer.annealing.chains",
        "2",
        "1 with budget.tokens or budget.usd");
  }
}
