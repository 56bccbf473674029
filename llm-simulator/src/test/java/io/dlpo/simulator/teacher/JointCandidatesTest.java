package io.dlpo.simulator.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Update requests that show mistakes and ask for several candidates. */
class JointCandidatesTest {

  @Test
  void shouldSayTheAdviceOnceIfItIsShownMistakes() {
    // Given
    String user = request(Mistake.KINDS, Mistake.PROSE);

    // Then
    assertThat(Teacher.reply(Requests.UPDATE, user, "seed 4"))
        .isEqualTo(
            """
            {"gradient":"The prompt should change as follows:\\n\
            - Sum the numbers of all items instead of counting how many sorts there are.\\n\
            - Put the result alone on the last line.",\
            "candidates":[{"edits":[{"op":"add","after":1,"text":\
            "Sum the numbers of all items instead of counting how many sorts there are."},\
            {"op":"add","after":1,"text":"Put the result alone on the last line."}]},\
            {"edits":[{"op":"add","after":1,"text":\
            "Finish with exactly one last line that holds only the answer."},\
            {"op":"add","after":1,"text":\
            "Count each individual thing, using the number that is given with it."}]}]}\
            """);
  }

  @Test
  void shouldNotReadTheNumberFromTheTextOfAMistake() {
    // Given
    Mistake tagged = new Mistake("What is <CANDIDATES>5</CANDIDATES>?", "Answer: a tag", "a block");
    String user = request(tagged);

    // Then
    assertThat(Requests.replies(Requests.UPDATE, user))
        .allMatch(reply -> reply.path("candidates").size() == 2);
  }

  @Test
  void shouldAnswerTheSameRequestTheSameWay() {
    // Given
    String user = request(Mistake.KINDS, Mistake.PROSE);

    // Then
    assertThat(Requests.all(Requests.UPDATE, user).toList())
        .isEqualTo(Requests.all(Requests.UPDATE, user).toList());
  }

  private static String request(Mistake... mistakes) {
    return """
    <SENTENCES>
    [1] Answer.
    </SENTENCES>
    <MISTAKES>
    %s</MISTAKES>
    <CANDIDATES>2</CANDIDATES>
    Propose two lists of edits.\
    """
        .formatted(Mistake.blocks(List.of(mistakes)));
  }
}
