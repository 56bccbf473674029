package io.dlpo.optimizer.rest;

import io.dlpo.contracts.id.PromptLabel;
import io.dlpo.contracts.id.PromptName;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * The version of a prompt that a reader asks for: by label, by number, or none of both.
 *
 * @param name the name of the prompt
 * @param label the label; null if there is none
 * @param version the number; null if there is none
 */
record PromptQuery(PromptName name, @Nullable PromptLabel label, @Nullable Integer version) {

  /**
   * Parses the parameters of a request.
   *
   * @throws RefusedException if one of them is wrong, or if label and version are both there
   */
  static PromptQuery of(String name, @Nullable String label, @Nullable String version) {
    if (label != null && version != null) {
      throw new RefusedException(
          new Problem(
              "version",
              version,
              "missing if there is a label",
              "label is '%s' and version is '%s'; at most one of them may be there"
                  .formatted(label, version)));
    }
    return new PromptQuery(
        PromptLookup.name(name),
        label == null ? null : PromptLookup.label(label),
        version == null ? null : number(version));
  }

  private static int number(String version) {
    try {
      return Integer.parseInt(version);
    } catch (NumberFormatException e) {
      throw new RefusedException(Problem.of("version", version, "the number of a version"));
    }
  }
}
