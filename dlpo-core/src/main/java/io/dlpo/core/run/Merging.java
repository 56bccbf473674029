package io.dlpo.core.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Combines what the chains of a round have found. */
final class Merging {

  private Merging() {}

  /**
   * Combines histories that all go on from the same one. The best prompt becomes the current one,
   * and momentum and failure signatures go on from the chain that made it.
   *
   * @param base the history when the chains began
   * @param chains the histories of the chains, 1 or more
   */
  static RunHistory of(RunHistory base, List<RunHistory> chains) {
    Prompts prompts = prompts(base.prompts(), chains.stream().map(RunHistory::prompts).toList());
    RunHistory leading = leading(prompts, chains);
    return new RunHistory(
        base.steps(),
        base.frozen(),
        prompts,
        base.decisions().joined(chains.stream().map(RunHistory::decisions).toList()),
        leading.memory().joined(chains.stream().map(RunHistory::memory).toList()),
        base.spending().joined(chains.stream().map(RunHistory::spending).toList()),
        base.charges().joined(chains.stream().map(RunHistory::charges).toList()),
        warnings(chains));
  }

  /** Returns the chain that made the current prompt; the first one if none did. */
  private static RunHistory leading(Prompts prompts, List<RunHistory> chains) {
    int step = prompts.currentStep();
    return chains.stream()
        .filter(chain -> chain.prompts().versions().stream().anyMatch(each -> each.step() == step))
        .findFirst()
        .orElseThrow();
  }

  private static Prompts prompts(Prompts base, List<Prompts> chains) {
    List<PromptVersion> versions = new ArrayList<>();
    for (int i = 0; i < base.versions().size(); i++) {
      int at = i;
      versions.add(
          chains.stream()
              .map(chain -> chain.versions().get(at))
              .reduce((one, other) -> other.comparedOn() > one.comparedOn() ? other : one)
              .orElseThrow());
    }
    chains.stream()
        .flatMap(chain -> chain.versions().stream().skip(base.versions().size()))
        .sorted(Comparator.comparingInt(PromptVersion::step))
        .forEach(versions::add);
    Prompts all = new Prompts(versions, base.currentStep());
    return all.startingFrom(all.best());
  }

  private static List<String> warnings(List<RunHistory> chains) {
    Set<String> all = new LinkedHashSet<>();
    chains.forEach(chain -> all.addAll(chain.warnings()));
    return List.copyOf(all);
  }
}
