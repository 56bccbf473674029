package io.dlpo.gateway;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.prompt.MessageRole;
import io.dlpo.contracts.prompt.PromptMessage;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request to a model.
 *
 * @param engine the model and its sampling parameters
 * @param messages the messages in order, 1 or more
 * @param sampleScope the scope within which sampled replies may be shared; ignored at temperature 0
 * @param attempt 0 for the first sample; further samples of the same request are numbered from 1
 * @param requester identity of the caller: a repeated request of the caller that paid is reported
 *     as paid again
 * @param evaluation the evaluation that needs the reply; once it is abandoned, the call is not made
 * @param purpose for metrics only; not part of the ledger key
 * @param form the form of the reply, which the endpoint enforces as far as it can; null for any
 */
public record ModelRequest(
    Engine engine,
    List<PromptMessage> messages,
    String sampleScope,
    int attempt,
    String requester,
    EvaluationId evaluation,
    CallPurpose purpose,
    @Nullable ReplyForm form) {

  public ModelRequest {
    Objects.requireNonNull(engine, "ModelRequest.engine is missing");
    messages = List.copyOf(messages);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("ModelRequest.messages is empty; it must have 1 or more");
    }
    Objects.requireNonNull(sampleScope, "ModelRequest.sampleScope is missing");
    Objects.requireNonNull(requester, "ModelRequest.requester is missing");
    Objects.requireNonNull(evaluation, "ModelRequest.evaluation is missing");
    Objects.requireNonNull(purpose, "ModelRequest.purpose is missing");
    if (attempt < 0) {
      throw new IllegalArgumentException(
          "ModelRequest.attempt is " + attempt + "; must be 0 or more");
    }
  }

  /** A request of a system and a user message. */
  public ModelRequest(
      Engine engine,
      String system,
      String user,
      String sampleScope,
      int attempt,
      String requester,
      EvaluationId evaluation,
      CallPurpose purpose) {
    this(engine, system, user, sampleScope, attempt, requester, evaluation, purpose, null);
  }

  /** A request of a system and a user message for a reply of a form; null for any form. */
  public ModelRequest(
      Engine engine,
      String system,
      String user,
      String sampleScope,
      int attempt,
      String requester,
      EvaluationId evaluation,
      CallPurpose purpose,
      @Nullable ReplyForm form) {
    this(
        engine,
        List.of(
            new PromptMessage(MessageRole.SYSTEM, system),
            new PromptMessage(MessageRole.USER, user)),
        sampleScope,
        attempt,
        requester,
        evaluation,
        purpose,
        form);
  }

  /** A request for a reply of any form. */
  public ModelRequest(
      Engine engine,
      List<PromptMessage> messages,
      String sampleScope,
      int attempt,
      String requester,
      EvaluationId evaluation,
      CallPurpose purpose) {
    this(engine, messages, sampleScope, attempt, requester, evaluation, purpose, null);
  }

  /** The scope in the ledger. Replies of a deterministic engine are shared by all runs. */
  public String ledgerScope() {
    return engine.deterministic() ? "" : sampleScope;
  }
}
