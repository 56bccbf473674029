package io.dlpo.core.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditScriptParserTest {

  private static final String ONE = "{\"edits\":[{\"op\":\"delete\",\"sentence\":2}]}";

  @Test
  void shouldReadEveryKindOfEdit() {
    // When
    EditScript script =
        parse(
            """
            {"edits":[{"op":"modify","sentence":1,"text":"New."},{"op":"add","after":0,"text":" A. "},
            {"op":"delete","sentence":2},{"op":"move","sentence":3,"after":1}]}""");

    // Then
    assertThat(script)
        .isEqualTo(
            new EditScript.Edits(
                List.of(
                    new EditCommand.Modify(1, "New."),
                    new EditCommand.Add(0, "A."),
                    new EditCommand.Delete(2),
                    new EditCommand.Move(3, 1)),
                List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ONE,
        "```json\n" + ONE + "\n```",
        "Sure! Here {are} the [edits]:\n" + ONE + "\nHope it helps {}",
        "[{\"op\":\"delete\",\"sentence\":2}]",
        "{\"edits\":[{\"op\":\"REMOVE\",\"sentence\":\"[2]\"},]}",
        "{\"reasoning\":\"because\",\"edits\":[{\"op\":\"delete\",\"sentence\":\"2\"}]}",
        "{\"reasoning\":{\"a\":[1]}} " + ONE
      })
  void shouldFindTheEditsInWhateverIsAroundThem(String reply) {
    assertThat(parse(reply))
        .isEqualTo(new EditScript.Edits(List.of(new EditCommand.Delete(2)), List.of()));
  }

  @Test
  void shouldTakeTheLineBreaksOfACarelessReply() {
    // When
    EditScript script = parse("{\"edits\":[{\"op\":\"add\",\"after\":1,\"text\":\"One\ntwo.\"}]}");

    // Then
    assertThat(script)
        .isEqualTo(new EditScript.Edits(List.of(new EditCommand.Add(1, "One\ntwo.")), List.of()));
  }

  @Test
  void shouldLeaveOutWhatCannotBeStored() {
    // When
    EditScript script =
        parse("{\"edits\":[{\"op\":\"add\",\"after\":1,\"text\":\"A\\u0000b\\ud800c.\"}]}");

    // Then
    assertThat(script)
        .isEqualTo(new EditScript.Edits(List.of(new EditCommand.Add(1, "Ab\uFFFDc.")), List.of()));
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of("", false, "it is empty"),
        Arguments.of("  \n", true, "it is empty"),
        Arguments.of("You are a careful solver. Think.", false, "no JSON object with \"edits\""),
        Arguments.of("{\"prompt\":\"You are.\"}", false, "no JSON object with \"edits\""),
        Arguments.of("{\"edits\":\"none\"}", false, "no JSON object with \"edits\""),
        Arguments.of("{".repeat(5_000), false, "no JSON object with \"edits\""),
        Arguments.of(
            "{\"edits\":[{\"op\":\"delete\",\"sentence\":2},{\"op\":\"ad", true, "cut off"),
        Arguments.of(
            "{\"edits\":[{\"op\":\"burn\",\"sentence\":2}]}",
            false,
            "burn: op is 'burn'; allowed are add, modify, delete and move"),
        Arguments.of("{\"edits\":[{\"op\":\"modify\",\"sentence\":1}]}", false, "text is missing"),
        Arguments.of("{\"edits\":[{\"op\":\"delete\",\"sentence\":-1}]}", false, "sentence is -1"));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void shouldSayWhyAReplyCannotBeRead(String reply, boolean cutOff, String reason) {
    // When
    EditScript script = EditScriptParser.parse(reply, cutOff);

    // Then
    assertThat(script)
        .isInstanceOfSatisfying(
            EditScript.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains(reason));
  }

  @Test
  void shouldNotFallBackToADraftIfTheLastEditsAreCutOff() {
    // When
    EditScript script =
        EditScriptParser.parse(ONE + "\nBetter: {\"edits\":[{\"op\":\"add\",\"af", true);

    // Then
    assertThat(script)
        .isEqualTo(
            new EditScript.Unreadable("it was cut off at its length limit before the edits ended"));
  }

  @Test
  void shouldTellTheModelNoMoreThanItNeeds() {
    assertThat(parse("You should add: Check."))
        .isEqualTo(
            new EditScript.Unreadable(
                "it has no JSON object with \"edits\"; it begins: You should add: Check.",
                "it has no JSON object with \"edits\""));
    assertThat(parse("{\"edits\":[{\"op\":\"add\",\"aft"))
        .isEqualTo(
            new EditScript.Unreadable(
                "its JSON cannot be read at line 1, column 27: it ends before the JSON object does",
                "it has no JSON object with \"edits\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":",
        "[{\"a\":",
        "{\"edits\":[{\"op\":",
        "[{",
        "{'",
        "{\"edits\":[{\"op\":\"add\"}, ",
        "\\theta \\{\"",
        "{   ",
        "\"[{\",\"",
        "{\"edits\":[]}"
      })
  void shouldReadALongReplyInGoodTime(String part) {
    // Given
    String reply = part.repeat(250_000 / part.length());

    // When / Then
    assertTimeout(Duration.ofSeconds(10), () -> EditScriptParser.parse(reply, false));
  }

  @Test
  void shouldReadTheEndOfALongReply() {
    assertThat(parse("{a} ".repeat(60_000) + "\n" + ONE)).isInstanceOf(EditScript.Edits.class);
    assertThat(parse("{a}\n".repeat(60_000) + "{'edits':[{'op':'delete'}]}"))
        .isInstanceOfSatisfying(
            EditScript.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("at line 60001, column 2: "));
  }

  @Test
  void shouldReadACutOffReplyWhoseEditsAreWhole() {
    assertThat(EditScriptParser.parse(ONE + "\nThese edits will", true))
        .isInstanceOf(EditScript.Edits.class);
  }

  @Test
  void shouldKeepTheReadableEditsOfAScript() {
    // When
    EditScript script =
        parse(
            "{\"edits\":[{\"op\":\"burn\"},{\"op\":\"delete\",\"sentence\":1},{\"op\":\"add\"}, 7]}");

    // Then
    assertThat(script)
        .isInstanceOfSatisfying(
            EditScript.Edits.class,
            edits -> {
              assertThat(edits.commands()).containsExactly(new EditCommand.Delete(1));
              assertThat(edits.refused()).hasSize(3);
            });
  }

  @Test
  void shouldReadAnEmptyScript() {
    assertThat(parse("{\"edits\":[]}")).isEqualTo(new EditScript.Edits(List.of(), List.of()));
  }

  @Property(tries = 300)
  void shouldReadNonsenseWithoutFault(@ForAll String reply, @ForAll boolean cutOff) {
    assertThat(EditScriptParser.parse(reply, cutOff)).isNotNull();
  }

  private static EditScript parse(String reply) {
    return EditScriptParser.parse(reply, false);
  }
}
