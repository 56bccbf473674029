package io.dlpo.core.update;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.technique.TextualRegularization;
import io.dlpo.core.technique.UpdatePlan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The regularization pass after an update. Its edits are applied to the updated prompt. The result
 * is used only if it is not longer and the whole step stays within its limits.
 *
 * @param plan the step's plan
 * @param updated the prompt after the update
 */
record Regularizer(UpdatePlan plan, EditedPrompt updated) {

  private static final String SYSTEM =
      """
      You make a prompt shorter and simpler, sentence by sentence, and keep what makes it work. You \
      are shown its sentences with their numbers. Sentences marked frozen cannot be edited, and \
      {{variables}} in double braces must stay. If nothing should change, propose no edits.

      Reply with one JSON object and nothing else:
      {"edits":[{"op":"delete","sentence":2},{"op":"modify","sentence":1,"text":"…"}]}
      Sentence numbers are those shown.""";

  UpdateRequest request(
      TextualRegularization regularization, Engine engine, String sampleScope, String requester) {
    String wish =
        (regularization.removes() ? "Remove irrelevant sentences. " : "")
            + (regularization.simplifies() ? "Simplify complex sentences. " : "")
            + "The prompt must not become longer.";
    return new UpdateRequest(
        CallPurpose.REGULARIZATION,
        engine,
        SYSTEM,
        "<SENTENCES>\n" + UpdateText.sentences(prompt(), untouchable()) + "</SENTENCES>\n" + wish,
        new EditScope(prompt().split().pieces().size(), untouchable(), null),
        UpdateForm.DEFAULT,
        sampleScope,
        0,
        requester);
  }

  /** Applies a reply. Empty if it is unreadable. */
  Optional<EditedPrompt> apply(UpdateReply.Answered reply) {
    return EditScript.parse(reply, prompt(), false) instanceof EditScript.Edits edits
        ? Optional.of(apply(edits))
        : Optional.empty();
  }

  /** Returns the prompt after the pass, or the updated prompt if the pass exceeds a limit. */
  EditedPrompt apply(EditScript.Edits script) {
    String shorter =
        SentenceEditor.apply(prompt(), script, new EditLimits(null, untouchable())).text();
    SentenceDiff step = diff(shorter);
    boolean holds =
        shorter.length() <= updated.text().length()
            && (plan.limit() == null || step.edits().size() <= plan.limit());
    return holds && !shorter.equals(updated.text())
        ? new EditedPrompt(shorter, step.edits(), updated.refused())
        : updated;
  }

  /** Returns the protected sentences, as numbers in the updated prompt. */
  private Set<Integer> untouchable() {
    Set<Integer> numbers = new TreeSet<>(prompt().frozenSentences());
    List<Integer> kept = diff(updated.text()).kept();
    for (int number : plan.untouchable()) {
      if (kept.get(number - 1) > 0) {
        numbers.add(kept.get(number - 1));
      }
    }
    return numbers;
  }

  private SentenceDiff diff(String text) {
    return SentenceDiff.of(plan.prompt().split().texts(), prompt(text).split().texts());
  }

  private Prompt prompt() {
    return prompt(updated.text());
  }

  private Prompt prompt(String text) {
    return new Prompt(text, plan.prompt().frozen());
  }
}
