package io.dlpo.optimizer.rest;

import io.dlpo.contracts.id.PromptLabel;
import io.dlpo.contracts.id.PromptName;
import io.dlpo.core.refusal.RefusedException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request to promote the best prompt of a run.
 *
 * @param name the name under which it is promoted
 * @param label a label for the version; null for none
 * @param force whether to promote it without a shown improvement, too
 */
record PromoteBody(PromptName name, @Nullable PromptLabel label, boolean force) {

  /** What names and labels are made of. */
  static final String NAME =
      "1 to 100 letters, digits, '.', '_' and '-', starting with a letter or digit";

  /**
   * Parses a request body.
   *
   * @throws RefusedException naming all errors in the body
   */
  static PromoteBody read(byte[] sent) {
    BodyFields fields = new BodyFields(sent, List.of("name", "label", "force"));
    fields.require("name", NAME);
    PromptName name = fields.text("name", PromptName::new, NAME);
    PromptLabel label = fields.text("label", PromptLabel::new, NAME);
    boolean force = fields.flag("force");
    fields.refuseIfWrong();
    return new PromoteBody(Objects.requireNonNull(name), label, force);
  }
}
