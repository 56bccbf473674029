package io.dlpo.core.update;

import io.dlpo.core.prompt.Prompt;
import java.util.List;

/** The parsed reply of the backward model. */
public sealed interface EditScript {

  /**
   * Readable edits.
   *
   * @param commands the readable edits, in order
   * @param refused the unreadable edits
   */
  record Edits(List<EditCommand> commands, List<RefusedEdit> refused) implements EditScript {

    public Edits {
      commands = List.copyOf(commands);
      refused = List.copyOf(refused);
    }
  }

  /**
   * A reply without readable edits.
   *
   * @param reason the reason, for the user, without a full stop
   * @param hint the reason that the model is told when it is asked again, without a full stop
   */
  record Unreadable(String reason, String hint) implements EditScript {

    Unreadable(String reason) {
      this(reason, reason);
    }
  }

  /**
   * Parses a reply: edits, or else a whole prompt, whose edits are then its differences.
   *
   * @param prompt the prompt to edit
   * @param rewrites whether the reply may be a whole prompt
   */
  static EditScript parse(UpdateReply.Answered reply, Prompt prompt, boolean rewrites) {
    EditScript script = EditScriptParser.parse(reply.text(), reply.cutOff());
    return rewrites ? orRewritten(script, reply, prompt) : script;
  }

  /**
   * Parses the edits of the candidates of a reply, in order: 1 to {@code most}. If one candidate
   * was asked for, these are the last edits, whatever the reply lists.
   *
   * @param prompt the prompt to edit
   * @param rewrites whether the reply may be a whole prompt
   * @param most number of candidates that were asked for; further ones are left out
   */
  static List<EditScript> all(
      UpdateReply.Answered reply, Prompt prompt, boolean rewrites, int most) {
    if (most == 1) {
      return List.of(parse(reply, prompt, rewrites));
    }
    List<EditScript> scripts = EditScriptParser.all(reply.text(), reply.cutOff());
    return scripts.size() == 1 && rewrites
        ? List.of(orRewritten(scripts.getFirst(), reply, prompt))
        : scripts.subList(0, Math.min(most, scripts.size()));
  }

  private static EditScript orRewritten(
      EditScript script, UpdateReply.Answered reply, Prompt prompt) {
    return script instanceof Unreadable
        ? RewrittenPrompt.edits(reply.text(), prompt).orElse(script)
        : script;
  }
}
