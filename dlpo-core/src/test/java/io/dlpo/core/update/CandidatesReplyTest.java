package io.dlpo.core.update;

import static io.dlpo.core.update.Updates.adding;
import static io.dlpo.core.update.Updates.candidates;
import static io.dlpo.core.update.Updates.deleting;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.core.prompt.Prompt;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandidatesReplyTest {

  private static final Prompt PROMPT = Prompt.parse("Be kind. Be brief.");
  private static final String REPLY = candidates(deleting(1), adding(2, "Count."));
  private static final EditScript DELETE = edits(new EditCommand.Delete(1));
  private static final EditScript ADD = edits(new EditCommand.Add(2, "Count."));
  private static final String BURN = "{\"edits\":[{\"op\":\"burn\"}]}";
  private static final EditScript NO_SUCH_OP =
      new EditScript.Unreadable(
          "none of its edits can be read: burn: op is 'burn'; allowed are add, modify, delete and"
              + " move");

  @Test
  void shouldReadTheEditsOfEachCandidateInWhateverIsAroundThem() {
    for (String reply :
        List.of(
            REPLY,
            "```json\n" + REPLY + "\n```",
            "Three ideas {so to say}:\n" + REPLY + "\nI like [the first] best.",
            "A draft: " + candidates(deleting(2)) + "\nBetter: " + REPLY,
            REPLY.replace("{\"candidates\"", "{\"gradient\":\"Count.\",\"candidates\""),
            REPLY.replaceAll("\\{\"edits\":(\\[[^]]*])}", "$1"))) {
      assertThat(all(reply)).as(reply).containsExactly(DELETE, ADD);
    }
  }

  @Test
  void shouldTellWhichCandidateCannotBeRead() {
    assertThat(all(candidates(deleting(1), BURN, adding(2, "Count."))))
        .containsExactly(DELETE, NO_SUCH_OP, ADD);
  }

  @Test
  void shouldPassOverWhatIsNoCandidate() {
    assertThat(all(candidates("7", deleting(1), "{\"edits\":\"none\"}", adding(2, "Count."))))
        .containsExactly(DELETE, ADD);
  }

  @Test
  void shouldReadACandidateWithoutEdits() {
    assertThat(all(candidates("{\"edits\":[]}", deleting(1)))).containsExactly(edits(), DELETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"candidates\":{\"edits\":[{\"op\":\"delete\",\"sentence\":1}]}}",
        "{\"candidates\":[{\"edits\":[{\"op\":\"delete\",\"sentence\":1}]}]}",
        "{\"candidates\":[{\"op\":\"delete\",\"sentence\":1}]}",
        "{\"candidates\":[],\"edits\":[{\"op\":\"delete\",\"sentence\":1}]}",
        "{\"candidates\":\"one\",\"edits\":[{\"op\":\"delete\",\"sentence\":1}]}"
      })
  void shouldReadTheEditsOfASingleCandidate(String reply) {
    assertThat(all(reply)).containsExactly(DELETE);
  }

  @Test
  void shouldTakeTheLastEditsOfAReplyThatListsNoCandidates() {
    assertThat(all(adding(2, "Count.") + "\n" + deleting(1))).containsExactly(DELETE);
    assertThat(all("[" + adding(2, "Count.") + "," + deleting(1) + "]")).containsExactly(DELETE);
  }

  @Test
  void shouldReadNoMoreCandidatesThanWereAskedFor() {
    // Given
    String reply = candidates(deleting(1), deleting(1), deleting(1), adding(2, "Count."));

    // Then
    assertThat(all(reply)).containsExactly(DELETE, DELETE, DELETE);
    assertThat(EditScript.all(Updates.update(reply), PROMPT, true, 1)).containsExactly(ADD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "I would keep it.", "{\"candidates\":[]}", "{\"candidates\":[{}]}"})
  void shouldSayOnceThatNothingCanBeRead(String reply) {
    assertThat(all(reply))
        .singleElement()
        .isInstanceOfSatisfying(
            EditScript.Unreadable.class,
            unreadable ->
                assertThat(unreadable)
                    .isEqualTo(EditScript.parse(Updates.update(reply), PROMPT, true)));
  }

  @Test
  void shouldNotTakeCandidatesWhoseLastIsCutOff() {
    // Given
    String reply = REPLY.substring(0, REPLY.length() - 10);

    // Then
    assertThat(
            EditScript.all(
                new UpdateReply.Answered(CallPurpose.UPDATE, reply, true, ModelCall.NONE),
                PROMPT,
                true,
                3))
        .containsExactly(
            new EditScript.Unreadable("it was cut off at its length limit before the edits ended"));
  }

  @Test
  void shouldTakeAWholePromptIfItMay() {
    // Given
    UpdateReply.Answered reply = Updates.update("<PROMPT>Be brief.</PROMPT>");

    // Then
    assertThat(EditScript.all(reply, PROMPT, true, 3)).containsExactly(DELETE);
    assertThat(EditScript.all(reply, PROMPT, false, 3))
        .singleElement()
        .isInstanceOf(EditScript.Unreadable.class);
  }

  @Test
  void shouldReadTheGradientBesideTheEdits() {
    for (String rest : List.of("\"edits\":[]}", REPLY.substring(1))) {
      String reply = "So: {\"gradient\":\" Count\\u0000\\nall. \"," + rest;
      assertThat(EditScriptParser.gradient(reply)).as(reply).hasValue("Count\nall.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"edits\":[]}",
        "{\"gradient\":\" \",\"edits\":[]}",
        "{\"gradient\":7,\"edits\":[]}",
        "{\"gradient\":\"Count.\"}",
        "{\"gradient\":\"Count.\"} {\"edits\":[]}",
        "Count."
      })
  void shouldFindNoGradientWhereThereIsNone(String reply) {
    assertThat(EditScriptParser.gradient(reply)).isEmpty();
  }

  @Property(tries = 300)
  void shouldReadNonsenseWithoutFault(@ForAll String one, @ForAll String other) {
    assertThat(all("{\"candidates\":[" + one + "{\"edits\":[" + other + "]}]}"))
        .hasSizeBetween(1, 3);
  }

  private static List<EditScript> all(String reply) {
    return EditScript.all(Updates.update(reply), PROMPT, true, 3);
  }

  private static EditScript edits(EditCommand... commands) {
    return new EditScript.Edits(List.of(commands), List.of());
  }
}
