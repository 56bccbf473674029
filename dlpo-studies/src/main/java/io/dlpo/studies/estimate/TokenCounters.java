package io.dlpo.studies.estimate;

import com.knuddels.jtokkit.api.EncodingType;
import java.util.List;

/** Selects the token counter of a model. */
final class TokenCounters {

  private static final List<String> SIMULATED = List.of("sim-student", "sim-teacher");
  private static final List<String> O200K =
      List.of("gpt-5", "gpt-4.1", "gpt-4.5", "gpt-4o", "chatgpt-4o", "o1", "o3", "o4", "gpt-oss");
  private static final List<String> CL100K = List.of("gpt-4", "gpt-3.5");

  private TokenCounters() {}

  /** The counter of a model; OpenAI's newest encoding if the model's own is unknown. */
  static TokenCounter of(String model) {
    if (SIMULATED.contains(model)) {
      return new CharacterCounter();
    }
    // Longer names come first, because gpt-4 is a prefix of gpt-4o.
    if (O200K.stream().anyMatch(model::startsWith)) {
      return BytePairCounter.of(EncodingType.O200K_BASE, true);
    }
    return CL100K.stream().anyMatch(model::startsWith)
        ? BytePairCounter.of(EncodingType.CL100K_BASE, true)
        : BytePairCounter.of(EncodingType.O200K_BASE, false);
  }
}
