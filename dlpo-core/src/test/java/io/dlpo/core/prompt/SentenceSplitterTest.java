package io.dlpo.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SentenceSplitterTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        cut(
            "Use 3.14 for pi, e.g. round. Version 1.2.3 is ok.",
            "Use 3.14 for pi, e.g. round.",
            "Version 1.2.3 is ok."),
        cut("Think first. Then answer!", "Think first.", "Then answer!"),
        cut("Is it so? Yes.", "Is it so?", "Yes."),
        cut("Units, i.e. Meters, matter. Ok.", "Units, i.e. Meters, matter.", "Ok."),
        cut("Ask Dr. Smith vs. Mr. Jones. Go.", "Ask Dr. Smith vs. Mr. Jones.", "Go."),
        cut("See Fig. 3 and No. 5. End.", "See Fig. 3 and No. 5.", "End."),
        cut("In the U.S. Army it holds. Ok.", "In the U.S. Army it holds.", "Ok."),
        cut("Count (e.g. Apples). Then stop.", "Count (e.g. Apples).", "Then stop."),
        cut("He said \"Stop.\" Then left.", "He said \"Stop.\"", "Then left."),
        cut("1. Read it.\n2. Count it.", "1. Read it.", "2. Count it."),
        cut("A) First. B) Second.", "A) First.", "B) Second."),
        cut("- one thing\n- another thing", "- one thing", "- another thing"),
        cut("\u2022 One. Two.\n\u2022 Three.", "\u2022 One.", "Two.", "\u2022 Three."),
        cut("# Title\n\nText here. More.", "# Title", "Text here.", "More."),
        cut("A line\nwithout an end", "A line", "without an end"),
        cut("Windows line.\r\nNext.", "Windows line.", "Next."),
        cut(
            "\u8bf7\u4ed4\u7ec6\u8ba1\u7b97\u3002\u7136\u540e\u56de\u7b54\uff01\u597d\u3002",
            "\u8bf7\u4ed4\u7ec6\u8ba1\u7b97\u3002",
            "\u7136\u540e\u56de\u7b54\uff01",
            "\u597d\u3002"),
        cut(
            "Do this:\n```python\nx = 1. \ny = 2. Z\n```\nDone.",
            "Do this:",
            "```python\nx = 1. \ny = 2. Z\n```",
            "Done."),
        cut("Open:\n~~~\nnever closed. Yes.", "Open:", "~~~\nnever closed. Yes."),
        cut("Answer {{question}} now. Ok.", "Answer {{question}} now.", "Ok."),
        cut("Say \"Stop. Now.\" to end. Go.", "Say \"Stop. Now.\" to end.", "Go."),
        cut("Ask \u201cWhy? How?\u201d first. Go.", "Ask \u201cWhy? How?\u201d first.", "Go."),
        cut("Say \"Stop. Then go. Be kind.", "Say \"Stop.", "Then go.", "Be kind."),
        cut("It's 5'. The dog's tail. Go.", "It's 5'.", "The dog's tail.", "Go."),
        cut("At https://a.b/c?d=1!e go. Yes.", "At https://a.b/c?d=1!e go.", "Yes."),
        cut("| a. B | c |\nYes. No.", "| a. B | c |", "Yes.", "No."),
        cut("<a>Be kind! Go!</a>\nYes.", "<a>Be kind!", "Go!</a>", "Yes."),
        cut("   padded.   ", "padded."),
        cut(" \n\t "),
        cut(""));
  }

  private static Arguments cut(String text, String... sentences) {
    return Arguments.of(text, List.of(sentences));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void shouldCutIntoSentences(String text, List<String> sentences) {
    // When
    SplitText split = SentenceSplitter.split(text);

    // Then
    assertThat(split.texts()).isEqualTo(sentences);
    assertThat(split.join()).isEqualTo(text);
  }

  @Test
  void shouldKeepWhatIsBetweenSentences() {
    // When
    SplitText split = SentenceSplitter.split("  One.  Two.\n\n  Three.\n");

    // Then
    assertThat(split.lead()).isEqualTo("  ");
    assertThat(split.pieces())
        .containsExactly(
            new SplitText.Piece("One.", "  "),
            new SplitText.Piece("Two.", "\n\n  "),
            new SplitText.Piece("Three.", "\n"));
  }

  @Property(tries = 500)
  void shouldGiveAnyTextBack(@ForAll String text) {
    // When
    SplitText split = SentenceSplitter.split(text);

    // Then
    assertThat(split.join()).isEqualTo(text);
  }

  @Property(tries = 500)
  void shouldGivePromptLikeTextBackInWholeSentences(@ForAll("promptLike") String text) {
    // When
    SplitText split = SentenceSplitter.split(text);

    // Then
    assertThat(split.join()).isEqualTo(text);
    assertThat(split.texts())
        .allSatisfy(sentence -> assertThat(sentence).isNotBlank().isEqualTo(sentence.strip()));
  }

  @Provide
  Arbitrary<String> promptLike() {
    return Arbitraries.of(
            "Do it",
            "e.g.",
            "1.",
            "- ",
            "```",
            "\n",
            "\r\n",
            " ",
            ".",
            "! ",
            "? ",
            "3.14",
            "\u3002",
            "(",
            ")",
            "\"",
            "'",
            "\u201c",
            "\u201d",
            "| ",
            "https://a.b/c?",
            "</a>",
            "{{x}}",
            "Dr.",
            "~~~",
            "\u2028",
            "\u00a0",
            "\ud83d\ude00")
        .list()
        .ofMaxSize(25)
        .map(parts -> String.join("", parts));
  }
}
