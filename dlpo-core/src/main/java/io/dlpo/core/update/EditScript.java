package io.dlpo.core.update;

import java.util.List;

/** What can be read from the backward model's reply. */
public sealed interface EditScript {

  /**
   * Edits.
   *
   * @param commands those that can be read, in order
   * @param refused those that cannot
   */
  record Edits(List<EditCommand> commands, List<RefusedEdit> refused) implements EditScript {

    public Edits {
      commands = List.copyOf(commands);
      refused = List.copyOf(refused);
    }
  }

  /**
   * No edits.
   *
   * @param reason for the user and for the model, without a full stop
   */
  record Unreadable(String reason) implements EditScript {}

  /** Reads a reply. */
  static EditScript parse(UpdateReply.Answered reply) {
    return EditScriptParser.parse(reply.text(), reply.cutOff());
  }
}
