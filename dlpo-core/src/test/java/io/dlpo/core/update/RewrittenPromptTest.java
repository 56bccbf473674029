package io.dlpo.core.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.core.prompt.Prompt;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RewrittenPromptTest {

  private static final Prompt PROMPT = Prompt.parse("Be kind. Be brief. Answer in English.");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<PROMPT>Be kind. Be fair. Answer in English.</PROMPT>",
        "Here it is:\n<prompt>\nBe kind. Be fair. Answer in English.\n</prompt>\nGood luck!",
        "<PROMPT>Be kind. Be fair. Answer in English.",
        "<PROMPT>A draft.</PROMPT> Better: <PROMPT>Be kind. Be fair. Answer in English.</PROMPT>",
        "<PROMPT>Be kind. Be fair. Answer in English.</PROMPT><PROMPT> </PROMPT>"
      })
  void shouldReadTheDifferencesOfAWholePromptAsEdits(String reply) {
    // When
    EditScript script = parse(reply);

    // Then
    assertThat(script)
        .isEqualTo(new EditScript.Edits(List.of(new EditCommand.Modify(2, "Be fair.")), List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You should add: Check your work.",
        "<PROMPT></PROMPT>",
        "</PROMPT>Be kind.",
        "Write it between PROMPT tags."
      })
  void shouldNotTakeProseForAPrompt(String reply) {
    assertThat(parse(reply)).isInstanceOf(EditScript.Unreadable.class);
  }

  @Test
  void shouldPreferEditsToAPrompt() {
    assertThat(parse("<PROMPT>Be fair.</PROMPT> {\"edits\":[{\"op\":\"delete\",\"sentence\":1}]}"))
        .isEqualTo(new EditScript.Edits(List.of(new EditCommand.Delete(1)), List.of()));
  }

  @Test
  void shouldHoldItToTheLimitsOfTheStep() {
    // Given: three changes, of which two are allowed, and one at a protected sentence
    String reply = "<PROMPT>Be fair. Be short. Answer in French. Think.</PROMPT>";

    // When
    EditedPrompt edited =
        SentenceEditor.apply(PROMPT, (EditScript.Edits) parse(reply), new EditLimits(2, Set.of(1)));

    // Then
    assertThat(edited.text()).isEqualTo("Be kind. Be short. Answer in French.");
    assertThat(edited.refused()).hasSize(2);
  }

  @Property
  void shouldMakeThePromptThatTheModelWrote(@ForAll Set<Integer> kept, @ForAll int seed) {
    // Given: some sentences of the prompt in order, with new ones between them
    StringBuilder written = new StringBuilder("Start " + seed + ".");
    List<String> sentences = PROMPT.split().texts();
    for (int i = 0; i < sentences.size(); i++) {
      if (kept.contains(i)) {
        written.append(' ').append(sentences.get(i)).append(" New ").append(i).append('.');
      }
    }

    // When
    EditedPrompt edited =
        SentenceEditor.apply(
            PROMPT,
            (EditScript.Edits) parse("<PROMPT>" + written + "</PROMPT>"),
            new EditLimits(null, Set.of()));

    // Then
    assertThat(edited.text()).isEqualTo(written.toString());
    assertThat(edited.refused()).isEmpty();
  }

  private static EditScript parse(String reply) {
    return EditScript.parse(
        new UpdateReply.Answered(CallPurpose.UPDATE, reply, false, ModelCall.NONE), PROMPT, true);
  }
}
