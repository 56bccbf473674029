package io.dlpo.core.update;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.core.technique.Contrast;
import io.dlpo.core.technique.Features;
import io.dlpo.core.technique.ScoredPrompt;
import java.util.List;
import java.util.Optional;

/** Formats the contrast request and parses the features from the backward model's reply. */
final class ContrastText {

  /** Maximum length of a feature, in characters. */
  static final int MAX_FEATURE = 4_000;

  /** How many braces of a reply may begin the features. */
  private static final int MAX_TRIES = 100;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String SYSTEM =
      """
      You compare prompts for a language model. You are shown better prompts and worse prompts with \
      the share of questions that were answered right under them. Say what the better prompts have \
      that the worse ones lack, and what the worse ones have that does harm. Speak of instructions \
      in general, and of no particular question.

      Reply with one JSON object and nothing else:
      {"positive":"what the better prompts have","negative":"what the worse prompts have"}""";

  private ContrastText() {}

  /**
   * The parsed reply.
   *
   * @param features the features; empty if there is a problem
   * @param problem what is wrong with the reply; empty if there are features
   */
  record Reading(Optional<Features> features, Optional<String> problem) {

    static Reading problem(String reason) {
      return new Reading(Optional.empty(), Optional.of(reason));
    }
  }

  static UpdateRequest request(
      Contrast contrast, Engine engine, String sampleScope, String requester) {
    return new UpdateRequest(
        CallPurpose.CONTRAST,
        engine,
        SYSTEM,
        shown("BETTER_PROMPT", contrast.positives())
            + shown("WORSE_PROMPT", contrast.negatives())
            + "Compare the better prompts with the worse prompts.",
        EditScope.NONE,
        UpdateForm.DEFAULT,
        sampleScope,
        0,
        requester);
  }

  private static String shown(String tag, List<ScoredPrompt> prompts) {
    StringBuilder text = new StringBuilder();
    for (ScoredPrompt prompt : prompts) {
      text.append("<" + tag + " right=\"" + prompt.score() + "\">\n")
          .append(prompt.text())
          .append("\n</" + tag + ">\n");
    }
    return text.toString();
  }

  /** Reads the last object with features, or else says what is wrong with the reply. */
  static Reading read(UpdateReply.Answered reply) {
    String text = reply.text();
    int begin = text.lastIndexOf('{');
    for (int tries = 0; begin >= 0 && tries < MAX_TRIES; tries++) {
      Reading reading = readFrom(text.substring(begin));
      if (reading.features().isPresent()) {
        return reading;
      }
      begin = text.lastIndexOf('{', begin - 1);
    }
    return withoutFeatures(reply);
  }

  private static Reading readFrom(String text) {
    try {
      JsonNode object = MAPPER.readTree(text);
      return features(object.path("positive").asText(""), object.path("negative").asText(""));
    } catch (JsonProcessingException e) {
      return Reading.problem("its JSON cannot be read");
    }
  }

  private static Reading withoutFeatures(UpdateReply.Answered reply) {
    int begin = reply.text().indexOf('{');
    int end = reply.text().lastIndexOf('}');
    if (begin < 0 || end < begin) {
      return Reading.problem(
          reply.cutOff()
              ? "it was cut off at its length limit"
              : "it has no JSON object with \"positive\" and \"negative\"");
    }
    return readFrom(reply.text().substring(begin, end + 1));
  }

  private static Reading features(String positive, String negative) {
    if (positive.isBlank() || negative.isBlank()) {
      return Reading.problem("\"positive\" or \"negative\" is missing or blank");
    }
    if (positive.length() > MAX_FEATURE || negative.length() > MAX_FEATURE) {
      return Reading.problem("a feature has more than " + MAX_FEATURE + " characters");
    }
    return new Reading(
        Optional.of(new Features(positive.strip(), negative.strip())), Optional.empty());
  }
}
