package io.dlpo.simulator.teacher;

import io.dlpo.simulator.instruction.Guidance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Selects the advice that an update should add to the prompt: first the gradient's, then some of
 * earlier gradients and of the features of better prompts. Each candidate starts with another
 * advice of the gradient, and all but the first use words of their own.
 *
 * @param message the request
 * @param gradient the advice to follow
 * @param candidate index of the candidate, from 0
 * @param draws the draws of the editor
 */
record AdviceSelection(String message, String gradient, int candidate, SeededDraws draws) {

  private static final Pattern EARLIER =
      Pattern.compile(
          "<EARLIER_GRADIENT weight=\"(\\d(?:\\.\\d{1,9})?)\">\n?(.*?)\n?</EARLIER_GRADIENT>",
          Pattern.DOTALL);
  private static final int ADVICES = 2;
  private static final int EXTRAS = 2;
  private static final double REPEATS = 0.7;
  private static final double IMITATES = 0.6;

  /**
   * The advice that the prompt does not contain yet, the most important first.
   *
   * @param sentences the sentences of the prompt
   */
  List<String> of(List<String> sentences) {
    Set<String> said = new HashSet<>(sentences.stream().map(AdvicePoints::subject).toList());
    List<String> selected = new ArrayList<>();
    take(fromTheGradient(said).stream(), ADVICES, said, selected);
    take(Stream.concat(earlier(), imitated()), EXTRAS, said, selected);
    return candidate == 0 ? selected : selected.stream().map(this::inOwnWords).toList();
  }

  /** The new advice of the gradient, from the one on that the candidate starts with. */
  private List<String> fromTheGradient(Set<String> said) {
    List<String> advices = new ArrayList<>();
    take(AdvicePoints.of(gradient).stream(), Integer.MAX_VALUE, new HashSet<>(said), advices);
    Collections.rotate(advices, -candidate);
    return advices;
  }

  /** Another wording, if there is one that means exactly the same. */
  private String inOwnWords(String advice) {
    return Guidance.curedBy(advice)
        .map(weakness -> Advice.cureFor(weakness, "own words", message, draws.variation()))
        .filter(wording -> Guidance.of(wording).asksTheSameAs(Guidance.of(advice)))
        .orElse(advice);
  }

  private static void take(
      Stream<String> advices, int most, Set<String> said, List<String> selected) {
    advices
        .filter(advice -> said.add(AdvicePoints.subject(advice)))
        .limit(most)
        .forEach(selected::add);
  }

  /** Advice of earlier gradients, chosen with a probability that grows with their weight. */
  private Stream<String> earlier() {
    List<String> advices = new ArrayList<>();
    Matcher matcher = EARLIER.matcher(message);
    while (matcher.find()) {
      double share = REPEATS * Double.parseDouble(matcher.group(1));
      AdvicePoints.of(matcher.group(2)).stream()
          .filter(advice -> draws.happens("repeats " + advice, share))
          .forEach(advices::add);
    }
    return advices.stream();
  }

  private Stream<String> imitated() {
    return AdvicePoints.of(Blocks.text(message, "POSITIVE_FEATURE")).stream()
        .filter(feature -> draws.happens("imitates " + feature, IMITATES));
  }
}
