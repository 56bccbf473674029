package io.dlpo.contracts.prompt;

import io.dlpo.contracts.evaluation.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the forward model is sent for an example. The reference is never part of it. */
public final class ForwardMessages {

  private ForwardMessages() {}

  /**
   * The messages of the request: those of the prompt with their variables filled, then the input as
   * a user message. A prompt without messages is the system message; with variables and without an
   * input, it is the user message.
   *
   * @param prompt the prompt's text
   * @param answerFormat added to the first system message, or else to the last user message; may be
   *     empty
   */
  public static List<PromptMessage> of(String prompt, String answerFormat, Example example) {
    List<PromptMessage> messages = new ArrayList<>();
    Map<String, String> fields = example.fields() == null ? Map.of() : example.fields();
    boolean isWhole = example.input().isEmpty() && example.fields() != null;
    for (PromptMessage message : written(prompt, isWhole)) {
      messages.add(message.with(PromptVariables.fill(message.content(), fields)));
    }
    if (!isWhole) {
      messages.add(new PromptMessage(MessageRole.USER, example.input()));
    }
    if (!answerFormat.isEmpty()) {
      int place = placeOfFormat(messages);
      PromptMessage message = messages.get(place);
      messages.set(place, message.with(message.content() + "\n\n" + answerFormat));
    }
    return List.copyOf(messages);
  }

  private static List<PromptMessage> written(String prompt, boolean isWhole) {
    return ChatPrompt.find(prompt)
        .map(ChatPrompt::messages)
        .orElseGet(
            () ->
                List.of(
                    new PromptMessage(isWhole ? MessageRole.USER : MessageRole.SYSTEM, prompt)));
  }

  private static int placeOfFormat(List<PromptMessage> messages) {
    List<MessageRole> roles = messages.stream().map(PromptMessage::role).toList();
    int system = roles.indexOf(MessageRole.SYSTEM);
    int user = roles.lastIndexOf(MessageRole.USER);
    if (system >= 0) {
      return system;
    }
    return user >= 0 ? user : roles.size() - 1;
  }
}
